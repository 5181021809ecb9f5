package news.platform.local.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    private static final String GET = "news.platform.content.v1.ArticleService/GetArticle";
    private static final String LIST = "news.platform.content.v1.ArticleService/ListArticles";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Overrides overrides;

    @BeforeEach
    void file() {
        overrides = new Overrides(folder.resolve("policies.properties"));
    }

    @Test
    void writesListsAndClearsWhileNothingRuns() {
        PolicyCommand command = command(Optional::empty);

        command.run(List.of("set", GET, "cache.max-age", "60s"));
        command.run(List.of("set", LIST, "fallback", "none"));
        command.run(List.of("list"));

        assertThat(said()).contains("no service runs", GET + ".cache.max-age=60s\n" + LIST + ".fallback=none");
        command.run(List.of("clear", GET));
        assertThat(overrides.lines()).isEqualTo(Map.of(LIST + ".fallback", "none"));
        command.run(List.of("clear"));
        command.run(List.of("list"));
        assertThat(said()).endsWith("Nothing is overridden.\n");
    }

    @Test
    void saysWhereItIsInForce() {
        command(() -> Optional.of("{\"overrides\":{\"" + GET + "\":{\"deadline\":\"1s\"}},\"since\":\"x\"}"))
                .run(List.of("set", GET, "deadline", "1s"));

        assertThat(said()).isEqualTo("In force at content.\n");
    }

    @Test
    void takesBackWhatAServiceRefusesAndSaysWhy() {
        overrides.write(Map.of(GET + ".deadline", "1s"));
        var answers = List.of(
                        "{\"overrides\":{}}",
                        "{\"overrides\":{}}",
                        "{\"overrides\":{},\"lastRefusal\":{\"text\":\"deadline: soon\",\"time\":\"t1\"}}")
                .iterator();

        assertThatThrownBy(
                        () -> command(() -> Optional.of(answers.next())).run(List.of("set", GET, "deadline", "soon")))
                .isInstanceOf(Complaint.class)
                .hasMessage("Refused by content, nothing has changed: deadline: soon");
        assertThat(overrides.lines()).isEqualTo(Map.of(GET + ".deadline", "1s"));
    }

    @Test
    void refusesWhatIsNoMethodFieldAndValue() {
        PolicyCommand command = command(Optional::empty);

        assertThatThrownBy(() -> command.run(List.of("set", "GetArticle", "deadline", "1s")))
                .hasMessageContaining("package.Service/Method");
        assertThatThrownBy(() -> command.run(List.of("set", GET, "deadline=1\nx", "1s")))
                .hasMessageContaining("expected: letters");
        assertThatThrownBy(() -> command.run(List.of())).hasMessageContaining("Say what to do");
        assertThat(overrides.lines()).isEmpty();
    }

    private PolicyCommand command(Supplier<Optional<String>> answer) {
        return new PolicyCommand(
                overrides,
                List.of(new PolicyState("content", answer)),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
