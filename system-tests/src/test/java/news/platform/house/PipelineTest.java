package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.junit.jupiter.api.Test;

/** .gitlab-ci.yml has no list of services that could differ from the table. */
class PipelineTest {
    private static final Pattern JAR = Pattern.compile("\"([^\"]+\\.jar)\"");
    private static final Pattern TESTED = Pattern.compile("\\./news test ((?:[a-z-]+ ?)+)");

    private final String pipeline = Repository.text(Repository.ROOT.resolve(".gitlab-ci.yml"));

    @Test
    void keepsTheJarOfEveryServiceAndOfTheGateway() {
        assertThat(Topology.load().all())
                .extracting(ServiceEntry::module)
                .allSatisfy(module -> assertThat(kept(pipeline, module)).isTrue());
    }

    @Test
    void noticesAJarThatIsNotKept() {
        assertThat(kept("paths: [\"user-service/target/user-service.jar\"]", "content-service"))
                .isFalse();
    }

    @Test
    void namesNoModuleThatIsNotThere() {
        var modules = TESTED.matcher(pipeline)
                .results()
                .flatMap(found -> List.of(found.group(1).split(" ")).stream())
                .filter(word -> !word.startsWith("-"))
                .toList();

        assertThat(modules).isNotEmpty().allSatisfy(module -> assertThat(
                        Files.exists(Repository.ROOT.resolve(module).resolve("pom.xml")))
                .isTrue());
    }

    /** A step that leaves out what has passed somewhere else would say nothing. */
    @Test
    void testsEverything() {
        assertThat(pipeline).contains("./news test --all", "./news test --scaffold");
    }

    private static boolean kept(String pipeline, String module) {
        var jar = Path.of(module, "target", module + ".jar");
        return JAR.matcher(pipeline).results().anyMatch(found -> FileSystems.getDefault()
                .getPathMatcher("glob:" + found.group(1))
                .matches(jar));
    }
}
