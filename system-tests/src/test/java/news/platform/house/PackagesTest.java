package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No package of ours has more than 15 types: what is larger is more than one feature. */
class PackagesTest {
    private static final int LIMIT = 15;

    @Test
    void everyPackageIsSmall() {
        var sources = Repository.files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();

        assertThat(large(sources, Repository.ROOT)).isEmpty();
    }

    @Test
    void catchesALargePackage() {
        var root = Path.of("/somewhere");
        var sources = new ArrayList<Path>();
        for (var number = 0; number <= LIMIT; number++) {
            sources.add(root.resolve("large/Type" + number + ".java"));
        }
        sources.add(root.resolve("large/package-info.java"));
        sources.add(root.resolve("small/Type.java"));

        assertThat(large(sources, root)).isEqualTo(Map.of("large", LIMIT + 1));
    }

    /** How many types each package has that has too many. */
    private static Map<String, Integer> large(List<Path> sources, Path root) {
        var types = new TreeMap<String, Integer>();
        for (var source : sources) {
            if (!source.endsWith("package-info.java")) {
                types.merge(root.relativize(source.getParent()).toString(), 1, Integer::sum);
            }
        }
        types.values().removeIf(count -> count <= LIMIT);
        return types;
    }
}
