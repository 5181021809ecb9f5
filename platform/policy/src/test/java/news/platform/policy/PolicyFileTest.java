package news.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import news.platform.probe.v1.ProbeServiceGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
    private static final String GET = "news.platform.probe.v1.ProbeService/GetPublic";
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Policies policies = new Policies(Map.of());

    @TempDir
    private Path folder;

    private Path path;
    private PolicyFile file;

    @BeforeEach
    void watch() {
        path = folder.resolve("policies.properties");
        file = new PolicyFile(Optional.of(path), policies, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void takesOverWhatIsWrittenAndGoesBackWhenTheFileIsGone() throws IOException {
        assertThat(maxConcurrent()).isEqualTo(3);

        write(GET + ".max-concurrent=8");
        await().until(() -> maxConcurrent() == 8);
        assertThat(file.since()).contains(NOW);

        Files.delete(path);
        await().until(() -> maxConcurrent() == 3);
        assertThat(file.since()).isEmpty();
    }

    @Test
    void refusesAWrongFileWholeAndKeepsWhatWasInForceUntilItIsMended() {
        write(GET + ".max-concurrent=8");
        await().until(() -> maxConcurrent() == 8);

        write(GET + ".max-concurrent=9\n" + GET + ".deadline=soon");
        await().until(() -> file.refusals() == 1);

        assertThat(maxConcurrent()).isEqualTo(8);
        assertThat(policies.overrides()).isEqualTo(Map.of(GET, Map.of("max-concurrent", "8")));
        assertThat(file.lastRefusal()).hasValueSatisfying(refusal -> assertThat(refusal.text())
                .isEqualTo("policy override of " + GET + ": deadline: soon (expected: a duration as 500ms or 2s)"));
        write(GET + ".max-concurrent=9");
        await().until(() -> maxConcurrent() == 9);
        assertThat(file.refusals()).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBeReadOnce() throws IOException {
        Files.createDirectory(path);
        await().until(() -> file.refusals() == 1);

        Files.delete(path);
        write(GET + ".max-concurrent=8");
        await().until(() -> maxConcurrent() == 8);
        assertThat(file.refusals()).isEqualTo(1);
    }

    @Test
    void namesALineThatIsNoOverride() {
        assertThatThrownBy(() -> PolicyFile.parse("max-concurrent=8"))
                .hasMessage("max-concurrent (expected: package.Service/Method.field=value)");
        assertThatThrownBy(() -> PolicyFile.parse(GET + "=8")).hasMessageContaining("expected");
    }

    private int maxConcurrent() {
        return policies.of(ProbeServiceGrpc.getGetPublicMethod()).maxConcurrent();
    }

    private void write(String text) {
        try {
            Path next = Files.writeString(folder.resolve("next"), text);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
