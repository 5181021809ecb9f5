package news.platform.local.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewServiceTest {
    private static final Path REPOSITORY =
            Path.of("").toAbsolutePath().resolve("..").normalize();
    private static final List<String> EDITED = List.of(
            Checkout.TABLE,
            Checkout.CHART_TABLE,
            Checkout.POM,
            Checkout.README,
            "contracts/src/main/protobuf/news/platform/content/v1/article_service.proto",
            "platform/policy/src/main/java/news/platform/policy/Policy.java");

    @TempDir
    private Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void copyWhatItLooksAt() throws IOException {
        for (String file : EDITED) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(REPOSITORY.resolve(file), root.resolve(file));
        }
    }

    @Test
    void addsOneRowAndLeavesTheRestOfTheTableAsItIs() throws IOException {
        create("podcast");

        List<String> before = Files.readAllLines(REPOSITORY.resolve(Checkout.TABLE));
        List<String> after = Files.readAllLines(root.resolve(Checkout.TABLE));
        int tail = 3;
        assertThat(after.subList(0, before.size() - tail)).isEqualTo(before.subList(0, before.size() - tail));
        assertThat(after.subList(before.size() - tail, after.size()))
                .containsExactly(
                        "    },",
                        "    {",
                        "      \"name\": \"podcast\",",
                        "      \"ordinal\": " + new Checkout(REPOSITORY).freeOrdinal() + ",",
                        "      \"database\": true,",
                        "      \"kafka\": true,",
                        "      \"heapMegabytes\": 192,",
                        "      \"compiler\": \"FULL\"",
                        "    }",
                        "  ]",
                        "}");
        assertThat(root.resolve(Checkout.CHART_TABLE)).hasSameTextualContentAs(root.resolve(Checkout.TABLE));
    }

    @Test
    void addsOneModuleAndOneLink() throws IOException {
        create("podcast");

        assertThat(added(Checkout.POM)).containsExactly("    <module>podcast-service</module>");
        assertThat(added(Checkout.README))
                .singleElement()
                .asString()
                .contains("), [podcast-service/](podcast-service) |");
    }

    @Test
    void fillsEveryTemplate() throws IOException {
        create("story");

        Map<String, String> written = written("story");
        assertThat(written).hasSize(Template.values().length);
        assertThat(written.keySet())
                .contains(
                        "contracts/src/main/protobuf/news/platform/story/v1/story_service.proto",
                        "story-service/src/main/resources/db/migration/V001__create_story.sql",
                        "story-service/src/main/java/news/platform/story/story/Stories.java");
        assertThat(written.values()).noneMatch(text -> text.contains("__"));
        assertThat(written.get("contracts/src/main/protobuf/news/platform/story/v1/story_service.proto"))
                .contains("get: \"/api/v1/stories/{story_id}\"", "\"STORY_NOT_FOUND\"");
    }

    @Test
    void hasTheVersionOfTheOthersAlsoAfterARelease() throws IOException {
        Path pom = root.resolve(Checkout.POM);
        Files.writeString(
                pom,
                Files.readString(pom).replaceFirst("<version>[^<]+</version>", "<version>7.1.0-SNAPSHOT</version>"));

        create("podcast");

        assertThat(root.resolve("podcast-service/pom.xml")).content().contains("<version>7.1.0-SNAPSHOT</version>");
    }

    @Test
    void saysWhatItWroteAndWhatIsNext() {
        create("podcast");

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "wrote    podcast-service/pom.xml",
                        "changed  platform.json",
                        "./news test contracts podcast-service",
                        "/api/v1/podcasts/example");
    }

    @Test
    void numbersTheSecondAfterTheFirst() {
        create("podcast");
        int next = new Checkout(root).freeOrdinal();

        create("story");

        assertThat(root.resolve(Checkout.TABLE)).content().contains("\"ordinal\": " + next);
    }

    @ParameterizedTest
    @CsvSource({
        "podcast-service, without -service: podcast",
        "Podcast, lower-case letters",
        "price-alert, lower-case letters",
        "r, 2 to 30",
        "order, means nothing in Java and SQL",
        "class, means nothing in Java and SQL",
        "process, means nothing in Java and SQL",
        "content, a new name",
        "gateway, a new name",
        "policy, platform/policy/src/main/java/news/platform/policy",
        "article, the route /api/v1/articles",
    })
    void refusesAWordThatCannotNameAService(String word, String why) throws IOException {
        Map<String, String> before = everything();

        assertThatThrownBy(() -> create(word))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining(word)
                .hasMessageContaining("expected")
                .hasMessageContaining(why);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void writesNothingWhereAFileIsNotAsItWas() throws IOException {
        Files.writeString(root.resolve(Checkout.README), "Nothing of that kind.");
        Map<String, String> before = everything();

        assertThatThrownBy(() -> create("podcast"))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("README.md");
        assertThat(everything()).isEqualTo(before);
    }

    private void create(String word) {
        new NewService(root, new PrintStream(said, true, StandardCharsets.UTF_8)).create(word);
    }

    private List<String> added(String file) throws IOException {
        List<String> before = Files.readAllLines(REPOSITORY.resolve(file));
        return Files.readAllLines(root.resolve(file)).stream()
                .filter(line -> !before.contains(line))
                .toList();
    }

    private Map<String, String> written(String word) throws IOException {
        Map<String, String> files = everything();
        files.keySet().removeIf(file -> !file.contains("/" + word + "/") && !file.startsWith(word + "-service/"));
        return files;
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
