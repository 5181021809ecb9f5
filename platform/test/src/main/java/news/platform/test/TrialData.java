package news.platform.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real feeds, vectors and hostile strings, which lie in {@code shared/data} beside the repository and are no part of it. A test
 * that wants them is skipped, saying so, where they are absent.
 */
public final class TrialData {

    private TrialData() {}

    /**
     * The file or folder {@code shared/data/<name>} beside this or an outer folder.
     *
     * @throws org.opentest4j.TestAbortedException when there is none: the test counts as skipped
     */
    public static Path require(String name) {
        var found = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), () -> "no shared/data/" + name + " beside the repository");
        return found.orElseThrow();
    }
}
