package news.platform.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import news.platform.local.file.Home;

/** Where results are written: {@code benchmarks/results}, today's date before the name. */
public final class ResultFiles {
    private ResultFiles() {}

    /** Writes one file, in place of one of the same day. Returns its path. */
    public static Path write(Home home, String name, String text) {
        Path folder = home.root().resolve("benchmarks").resolve("results");
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(LocalDate.now(ZoneOffset.UTC) + "-" + name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
