package news.platform.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.local.file.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
    @TempDir
    private Path folder;

    @Test
    void namesEverythingThatRuns() {
        assertThat(welcome())
                .contains(
                        "http://localhost:8080/api/v1/articles",
                        "8080/docs",
                        "8081/actuator",
                        "9411/zipkin",
                        "reader, editor");
    }

    @Test
    void namesNothingThatDoesNotRun() {
        assertThat(welcome("--only", "content"))
                .contains("/api/v1/articles", "/docs")
                .doesNotContain("zipkin", "accounts", "token", "password");
        assertThat(welcome("--only", "user")).contains("accounts", "/docs").doesNotContain("/api/v1/articles");
        assertThat(welcome("--without", "zipkin")).contains("accounts").doesNotContain("zipkin");
        assertThat(welcome("--without", "gateway")).doesNotContain("articles", "docs", "accounts");
    }

    @Test
    void saysWhereClientsFindTheEdge() {
        UpOptions options = new UpOptions(Set.of(), Set.of(), new Listening("10.0.0.7", 0), Map.of());

        assertThat(welcome(options)).contains("http://10.0.0.7:8080/docs", "http://localhost:8081/actuator");
    }

    private String welcome(String... arguments) {
        return welcome(UpOptions.parse(List.of(arguments)));
    }

    private String welcome(UpOptions options) {
        Assembly assembly = new Assembly(new Home(folder), options.listening(), Map.of());
        return String.join("\n", new Welcome(assembly, options).lines());
    }
}
