package news.platform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where things are sold in earnest nothing is paid without money. */
class ProductionTest {
    private static final Path CHART = Path.of("..", "helm", "news-platform");

    @Test
    void doesNotStartInAProductionProfile() {
        var environment = Map.of("SPRING_PROFILES_ACTIVE", "eu, production", "SANDBOX_SECRET", "long enough a secret");

        assertThatThrownBy(() -> SandboxMain.start(environment))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected: not production");
    }

    @Test
    void doesNotStartWithoutASecret() {
        assertThatThrownBy(() -> SandboxMain.start(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SANDBOX_SECRET");
    }

    @Test
    void theChartHasNoSwitchForIt() throws IOException {
        try (var files = Files.walk(CHART)) {
            var chart = files.filter(Files::isRegularFile)
                    // the table has what ./news up tells services, which no template reads
                    .filter(file -> !file.endsWith("platform.json"))
                    .toList();

            assertThat(chart).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(
                            Files.readString(file).toLowerCase(Locale.ROOT))
                    .as(file.toString())
                    .doesNotContain("sandbox", ".local"));
        }
    }
}
