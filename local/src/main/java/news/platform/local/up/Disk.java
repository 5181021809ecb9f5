package news.platform.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import news.platform.local.console.Complaint;

/** Room for databases, logs and caches. */
final class Disk {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long NEEDED = 1024 * MEGABYTE;

    private Disk() {}

    /** Complains when the platform would soon run out of room. */
    static void requireRoom(Path folder) {
        if (free(folder) < NEEDED) {
            throw new Complaint("The disk is nearly full: " + free(folder) / MEGABYTE + " MB are free at " + folder
                    + ", the platform needs " + NEEDED / MEGABYTE + " MB.");
        }
    }

    static long freeMegabytes(Path folder) {
        return free(folder) / MEGABYTE;
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
