package news.platform.local.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new folder outside the checkout, which goes with all that is in it when this is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /** @param prefix what its name begins with */
    public static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Trees.delete(path);
    }
}
