package news.platform.local.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.platform.local.console.Complaint;

/** The file of overrides, which every service looks at each second: lines {@code Method.field=value}. */
final class Overrides {
    private final Path file;

    Overrides(Path file) {
        this.file = file;
    }

    /** By method and field together, sorted. */
    Map<String, String> lines() {
        Map<String, String> lines = new TreeMap<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    lines.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file at once, so that nobody reads half of it. */
    void write(Map<String, String> lines) {
        String text = lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One part of a line; what would change the meaning of the file is refused. */
    static String word(String what, String word) {
        if (!word.matches("[A-Za-z0-9_.:/, -]+")) {
            throw new Complaint(what + ": " + word + " (expected: letters, digits and .:/,_-)");
        }
        return word.strip();
    }
}
