package news.platform.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import news.platform.local.file.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorLinesTest {
    private static final String ERROR =
            "{\"log\":{\"level\":\"ERROR\",\"logger\":\"a.B\"},\"message\":\"no %d\",\"error\":{\"type\":\"c.D\"}}\n";

    @TempDir
    Path folder;

    @Test
    void seeOnlyWhatIsNewAndPutTogetherWhatIsAlike() throws IOException {
        Home home = new Home(folder);
        Path log = home.log("gateway");
        Files.writeString(log, ERROR.formatted(1));
        ErrorLines lines = new ErrorLines(home, List.of("gateway"));

        Files.writeString(
                log,
                ERROR.formatted(2) + "{\"log\":{\"level\":\"WARN\"}}\n" + ERROR.formatted(3),
                StandardOpenOption.APPEND);

        assertThat(lines.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.count()).isEqualTo(2);
            assertThat(finding.what()).isEqualTo("ERROR in gateway.log: a.B c.D no #");
        });
    }

    @Test
    void seeEveryPartThatIsNamedThoughItsLogIsYetToCome() throws IOException {
        Home home = new Home(folder);
        ErrorLines lines = new ErrorLines(home, List.of("gateway", "ranking"));

        Files.writeString(home.log("ranking"), ERROR.formatted(1));

        assertThat(lines.findings()).singleElement().satisfies(finding -> assertThat(finding.operation())
                .isEqualTo("ranking.log"));
    }
}
