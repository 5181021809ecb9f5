package news.platform.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The files of this repository, without what is built or fetched. */
final class Repository {
    static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".news", "node_modules");

    private Repository() {}

    static List<Path> files(String ending) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(Repository::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (var part : ROOT.relativize(file)) {
            if (LEFT_OUT.contains(part.toString())) {
                return false;
            }
        }
        return Files.isRegularFile(file);
    }
}
