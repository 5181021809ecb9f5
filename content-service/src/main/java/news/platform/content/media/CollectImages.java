package news.platform.content.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import news.platform.content.store.BlobStore;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/** Forgets images that nothing has shown for a day, then deletes what the store holds of them. Harmless if done twice. */
@Component
final class CollectImages {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    /** Longer than any upload, whose object is a leaving until it is an image's. */
    private static final Duration UPLOAD = Duration.ofHours(1);

    private static final int BATCH = 200;

    private final Images images;
    private final BlobStore store;
    private final MediaProperties properties;
    private final Clock clock;

    CollectImages(Images images, BlobStore store, MediaProperties properties, Clock clock, Rounds rounds) {
        this.images = images;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
        rounds.every("orphaned-images", PAUSE, this::collect);
    }

    /** One batch of each. */
    void collect() {
        var now = clock.instant();
        images.deleteOrphans(now.minus(properties.keep()), now, BATCH);
        for (var object : images.leavings(now.minus(UPLOAD), BATCH)) {
            try {
                for (var file : Image.files(object)) {
                    store.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            images.forget(object);
        }
    }
}
