package news.platform.content.media;

import java.util.Set;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Hears which images lives show. */
@Component
final class LiveImagesHandler implements EventHandler {
    private final ShowImages showing;

    LiveImagesHandler(ShowImages showing) {
        this.showing = showing;
    }

    @Override
    public Takes takes() {
        return Takes.of(LiveCreated.class, (event, _) -> shows(event.getLive()))
                .and(LiveUpdated.class, (event, _) -> shows(event.getLive()))
                .and(LiveDeleted.class, (event, _) -> showing.show(subject(event.getLiveId()), Set.of()));
    }

    private void shows(Live live) {
        showing.show(subject(live.getId()), ShowImages.of(live.getImagesList(), live.getContentHtml()));
    }

    private static String subject(String liveId) {
        return "lives/" + liveId;
    }
}
