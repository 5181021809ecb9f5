package news.platform.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder that this process has for itself, until it ends or closes it: the first free one below a folder that replicas share. */
final class Slot implements AutoCloseable {
    private static final int MAX = 64;

    private final Path folder;
    private final FileChannel lock;

    private Slot(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Slot take(Path root) {
        for (int number = 0; number < MAX; number++) {
            var folder = root.resolve(String.valueOf(number));
            try {
                Files.createDirectories(folder);
                var lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (isMine(lock)) {
                    return new Slot(folder, lock);
                }
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot keep an index in " + folder, e);
            }
        }
        throw new IllegalStateException(MAX + " replicas keep indexes in " + root + " (expected: fewer)");
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isMine(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // another context of this process has it
            return false;
        }
    }
}
