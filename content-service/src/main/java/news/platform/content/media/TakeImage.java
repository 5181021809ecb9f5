package news.platform.content.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import news.platform.content.picture.Pictures;
import news.platform.content.picture.Renditions;
import news.platform.content.store.BlobStore;
import news.platform.persistence.IdSource;
import news.platform.security.Digests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an image: cleans it, puts it into the store, and only then says that it is there. */
@Component
final class TakeImage {
    /** Of 40 hexadecimal digits: two files that are made to have the same id are out of reach. */
    private static final int ID_BYTES = 20;

    private final Pictures pictures;
    private final BlobStore store;
    private final Images images;
    private final IdSource ids;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeImage(
            Pictures pictures,
            BlobStore store,
            Images images,
            IdSource ids,
            TransactionTemplate transaction,
            Clock clock) {
        this.pictures = pictures;
        this.store = store;
        this.images = images;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    Taken take(byte[] untrusted) {
        var id = HexFormat.of().formatHex(Digests.sha256(untrusted), 0, ID_BYTES);
        images.hold(List.of(id), clock.instant());
        return images.find(id).map(image -> new Taken(image, false)).orElseGet(() -> added(id, untrusted));
    }

    private Taken added(String id, byte[] untrusted) {
        try (var clean = pictures.clean(untrusted)) {
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var object = ids.next();
            images.leave(object, clock.instant());
            var image = new Image(id, object, clean.format().mediaType(), clean.width(), clean.height(), now);
            put(image, clean);
            transaction.executeWithoutResult(_ -> images.add(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // where somebody took the same one at the same time, theirs
        return new Taken(images.find(id).orElseThrow(), true);
    }

    private void put(Image image, Renditions clean) throws IOException {
        store.put(image.file(), clean.whole());
        for (Map.Entry<Integer, Path> narrower : clean.narrower().entrySet()) {
            store.put(image.file(narrower.getKey()).orElseThrow(), narrower.getValue());
        }
    }

    /** @param isNew whether there was none of its id before */
    record Taken(Image image, boolean isNew) {}
}
