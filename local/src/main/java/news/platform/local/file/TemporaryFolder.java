package news.platform.local.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new folder outside the checkout, which goes with all that is in it when this is closed, or else when the process ends. */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final ExitHook hook;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.hook = ExitHook.add(() -> Trees.delete(path));
    }

    /** @param prefix what its name begins with */
    public static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        hook.close();
        Trees.delete(path);
    }
}
