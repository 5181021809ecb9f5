package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of {@link Poms} hold, and each catches a pom that breaks it. */
class PomsTest {
    @Test
    void everyPomKeepsTheRules() {
        var problems = Repository.files("pom.xml").stream()
                .filter(pom -> !List.of("pom.xml", "platform-bom/pom.xml", "contracts/pom.xml")
                        .contains(Repository.ROOT.relativize(pom).toString()))
                .flatMap(
                        pom -> Poms.problems(
                                Repository.ROOT.relativize(pom.getParent()).toString(), Repository.text(pom))
                                .stream())
                .toList();

        assertThat(problems).isEmpty();
    }

    @Test
    void catchesAVersionOutsideTheBom() {
        var pom = pom("org.example", "thing", "<version>1</version>");

        assertThat(Poms.problems("user-service", pom))
                .singleElement()
                .asString()
                .contains("platform-bom");
    }

    @Test
    void catchesAServiceThatDependsOnAService() {
        var pom = pom("news.platform", "content-service", "");

        assertThat(Poms.problems("user-service", pom))
                .singleElement()
                .asString()
                .contains("rpc or event");
    }

    @Test
    void catchesAPlatformModuleThatKnowsADomain() {
        var pom = pom("news.platform", "contracts", "");

        assertThat(Poms.problems("platform/error", pom))
                .singleElement()
                .asString()
                .contains("knows no domain");
    }

    @Test
    void catchesAPomThatGrew() {
        var pom = "<project>" + "\n".repeat(200) + "</project>";

        assertThat(Poms.problems("user-service", pom))
                .singleElement()
                .asString()
                .contains("service-parent");
    }

    private static String pom(String group, String artifact, String rest) {
        return """
                <project>
                  <dependencies>
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>%s
                    </dependency>
                  </dependencies>
                </project>
                """.formatted(group, artifact, rest);
    }
}
