package news.platform.thirdparty.price.vendor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a vendor told, a tick a line of JSON in a file that only its owner can read. Never larger than its bound: at half of it the
 * file becomes the one before, with {@code .1} behind its name, and that one goes. One thread at a time.
 */
public final class Recording {
    private final Path file;
    private final long half;

    /** @param bound of both files together, in bytes */
    public Recording(Path file, long bound) {
        this.file = file;
        this.half = bound / 2;
    }

    /** Adds these. */
    public void add(List<Tick> ticks) throws IOException {
        var bytes = ticks.stream()
                .map(tick -> TickJson.line(tick) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        if (bytes.length > half) {
            throw new IOException("more at once than a recording may hold: " + bytes.length);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file) && Files.size(file) + bytes.length > half) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }
}
