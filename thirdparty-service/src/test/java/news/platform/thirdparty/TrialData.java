package news.platform.thirdparty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the real feeds and ninjs samples are, beside the project; they are no part of it. */
public final class TrialData {

    private TrialData() {}

    /** The folder {@code shared/data/open/<name>} beside this or an outer folder; empty where there is none. */
    public static Optional<Path> folder(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data/open").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
