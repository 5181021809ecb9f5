package news.platform.livenews.live;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.resource.Etags;
import news.platform.livenews.channel.Channels;
import news.platform.livenews.content.Content;
import news.platform.livenews.image.Images;
import news.platform.livenews.reading.Flash;
import news.platform.livenews.reading.Live;
import news.platform.livenews.reading.ReadLives;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes what a live says; readers see it at once, marked as corrected. What it says already is no correction, so that a
 * repeated request changes nothing.
 */
@Component
final class CorrectLive {
    private final Lives lives;
    private final Channels channels;
    private final Images images;
    private final SaveLive saving;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CorrectLive(
            Lives lives,
            Channels channels,
            Images images,
            SaveLive saving,
            TransactionTemplate transaction,
            Clock clock) {
        this.lives = lives;
        this.channels = channels;
        this.images = images;
        this.saving = saving;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The live after the correction.
     *
     * @param etag the version that it is based on, empty for whatever there is
     */
    Live correct(String liveId, String etag, Correction correction, String editorId) {
        correction.channelIds().ifPresent(ids -> {
            if (ids.isEmpty()) {
                throw DomainException.field(
                        PlatformReason.INVALID_FIELD, "live.channelIds", "none (expected: 1 to 10 channels)");
            }
            channels.require(ids, "live.channelIds");
        });
        images.requireAddresses(correction.images().orElse(List.of()), "live.images");
        correction
                .contentHtml()
                .map(html -> Content.of("", html).html())
                .ifPresent(html -> images.requireHtml(html, "live.contentHtml"));
        return Objects.requireNonNull(transaction.execute(_ -> {
            var live = lives.lock(liveId).orElseThrow(ReadLives::notFound);
            if (live.isWithdrawn()) {
                throw ReadLives.withdrawn();
            }
            var flash = correction.of(live.flash());
            if (flash.equals(live.flash())) {
                return live;
            }
            Etags.require(etag, live.version());
            return saving.correct(live, live.corrected(flash, clock.instant()), editorId);
        }));
    }

    /** What is to be other than before, lists whole; what is empty stays. */
    record Correction(
            Optional<String> title,
            Optional<String> contentHtml,
            Optional<List<String>> channelIds,
            Optional<Integer> importance,
            Optional<List<String>> symbols,
            Optional<List<String>> tags,
            Optional<List<String>> images,
            Optional<String> articleId) {
        private Flash of(Flash before) {
            return new Flash(
                    content(before.content()).required("live.contentHtml"),
                    channelIds.orElse(before.channelIds()),
                    importance.orElse(before.importance()),
                    symbols.orElse(before.symbols()),
                    tags.orElse(before.tags()),
                    images.orElse(before.images()),
                    articleId.orElse(before.articleId()),
                    before.sourceName(),
                    before.sourceUrl());
        }

        /** Content that comes with a title inside 【】 and without another one brings its own. */
        private Content content(Content before) {
            var given = title.orElse("");
            var changed = contentHtml
                    .map(html -> Content.of(given, html))
                    .orElse(before.titled(title.orElse(before.title())));
            return title.isEmpty() && changed.title().isEmpty() ? changed.titled(before.title()) : changed;
        }
    }
}
