package news.platform.livenews.live;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import news.platform.livenews.channel.Channels;
import news.platform.livenews.content.Content;
import news.platform.livenews.image.Images;
import news.platform.livenews.reading.Flash;
import news.platform.livenews.reading.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives readers a new live, at once; in two steps, since what another service confirms comes before the transaction. */
@Component
final class PublishLive {
    private final Channels channels;
    private final Images images;
    private final SaveLive saving;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublishLive(Channels channels, Images images, SaveLive saving, TransactionTemplate transaction, Clock clock) {
        this.channels = channels;
        this.images = images;
        this.saving = saving;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Finds it to be in order, or refuses it. */
    Flash check(Draft draft) {
        channels.require(draft.channelIds(), "channelIds");
        var content = Content.of(draft.title(), draft.contentHtml()).required("contentHtml");
        images.requireAddresses(draft.images(), "images");
        images.requireHtml(content.html(), "contentHtml");
        return new Flash(
                content,
                draft.channelIds(),
                draft.importance(),
                draft.symbols(),
                draft.tags(),
                draft.images(),
                draft.articleId(),
                "",
                "");
    }

    /** Publishes it under this id. */
    Live publish(String liveId, Flash flash, String editorId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var now = clock.instant();
            return saving.publish(Live.published(liveId, flash, now, now), editorId);
        }));
    }

    /** What an editor wrote. */
    record Draft(
            String title,
            String contentHtml,
            List<String> channelIds,
            int importance,
            List<String> symbols,
            List<String> tags,
            List<String> images,
            String articleId) {}
}
