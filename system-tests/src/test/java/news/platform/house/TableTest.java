package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.junit.jupiter.api.Test;

/** platform.json, the modules, the folders and the README speak of the same services. */
class TableTest {
    private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+-service)</module>");
    private static final int MAX_YAML_LINES = 30;

    private final List<String> services =
            Topology.load().services().stream().map(ServiceEntry::module).toList();

    @Test
    void everyServiceOfTheTableIsAModuleAndNothingElse() {
        var modules = MODULE.matcher(Repository.text(Repository.ROOT.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(modules).containsExactlyInAnyOrderElementsOf(services);
    }

    @Test
    void everyServiceOfTheTableHasItsFolderAndNothingElse() throws IOException {
        try (var folders = Files.list(Repository.ROOT)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(name -> name.endsWith("-service")))
                    .containsExactlyInAnyOrderElementsOf(services);
        }
    }

    @Test
    void theReadmeLeadsToEveryService() {
        var readme = Repository.text(Repository.ROOT.resolve("README.md"));

        assertThat(services).allSatisfy(service -> assertThat(readme).contains("](" + service + ")"));
    }

    @Test
    void everyServiceSaysItsNameAndLittleElse() {
        assertThat(services).allSatisfy(service -> {
            var yaml = Repository.text(yaml(service));
            assertThat(yaml).contains("name: " + service);
            assertThat(yaml.lines().count()).isLessThanOrEqualTo(MAX_YAML_LINES);
        });
    }

    /** What follows from the table by convention is not said again, where it could say something else. */
    @Test
    void noServiceRepeatsTheTable() {
        assertThat(services).allSatisfy(service -> assertThat(Repository.text(yaml(service)))
                .doesNotContain("localhost", "127.0.0.1", "port:", "target:"));
    }

    private static Path yaml(String service) {
        return Repository.ROOT.resolve(service).resolve("src/main/resources/application.yaml");
    }
}
