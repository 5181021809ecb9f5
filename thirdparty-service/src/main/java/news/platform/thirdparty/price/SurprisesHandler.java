package news.platform.thirdparty.price;

import java.math.BigDecimal;
import news.platform.calendar.v1.ReleasePublished;
import news.platform.messaging.EventContext;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Learns of figures that matter and are not what was expected; every replica may be the one that makes prices up. */
@Component
final class SurprisesHandler implements ReplicaHandler {
    private static final int MOVES_FROM = 3;

    private final Surprises surprises;

    SurprisesHandler(Surprises surprises) {
        this.surprises = surprises;
    }

    @Override
    public Takes takes() {
        return Takes.of(ReleasePublished.class, this::published);
    }

    @Override
    public Begin begin() {
        return new Begin.End(Surprises.REMEMBERED);
    }

    /** A price without what was missed is as good a made-up one. */
    @Override
    public void gap() {}

    private void published(ReleasePublished event, EventContext context) {
        var release = event.getRelease();
        // a figure that was entered long after it came is no news
        if (Timestamps.instant(release.getReleaseTime()).isBefore(context.time().minus(Surprises.REMEMBERED))) {
            return;
        }
        if (release.getImportance() >= MOVES_FROM && !release.getSurprise().isEmpty()) {
            surprises.add(
                    release.getId(),
                    context.time(),
                    new BigDecimal(release.getSurprise()),
                    new BigDecimal(release.getForecast()));
        }
    }
}
