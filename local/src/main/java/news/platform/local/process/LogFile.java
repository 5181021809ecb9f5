package news.platform.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import news.platform.local.file.OwnerOnly;

/** What a part writes to its output. */
final class LogFile {
    private static final int TAIL_BYTES = 32_768;
    private static final int SHOWN = 300;
    private static final List<String> TELLING = List.of(
            "No space left on device",
            "OutOfMemoryError",
            "Address already in use",
            "FATAL",
            "Caused by",
            "Exception",
            "ERROR");

    private final Path path;

    LogFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Begins anew, with an empty file of its owner's; the log of the run before is kept beside it. */
    void rotate() {
        try {
            if (Files.exists(path)) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            OwnerOnly.file(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line that says best why the part ended. */
    Optional<String> reason() {
        List<String> lines =
                tail().lines().filter(line -> !line.isBlank()).toList().reversed();
        return TELLING.stream()
                .flatMap(word ->
                        lines.stream().filter(line -> line.contains(word)).limit(1))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .map(line -> line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
    }

    private String tail() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
