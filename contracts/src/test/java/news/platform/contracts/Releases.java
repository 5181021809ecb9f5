package news.platform.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What was released: a descriptor set for each version, written by {@code ./news release}. */
final class Releases {
    private static final Path FOLDER = Path.of("released");
    private static final Path ACCEPTED = FOLDER.resolve("accepted-changes.txt");
    private static final String ENDING = ".desc";
    private static final Comparator<Path> BY_VERSION =
            Comparator.comparing(Releases::version, (a, b) -> Arrays.compare(a, b));

    private Releases() {}

    /** The descriptor set of the last release. */
    static Path last() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .max(BY_VERSION)
                    .orElseThrow(() -> new AssertionError(
                            "contracts/released holds no release to compare with (expected: VERSION.desc, written by"
                                    + " ./news release VERSION)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The incompatible changes of options that the next release is meant to make, each as the check words it. */
    static List<String> accepted() {
        try {
            return Files.readAllLines(ACCEPTED).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] version(Path file) {
        String name = file.getFileName().toString();
        return Arrays.stream(name.substring(0, name.length() - ENDING.length()).split("\\."))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
