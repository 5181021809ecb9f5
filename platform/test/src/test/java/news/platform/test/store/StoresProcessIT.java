package news.platform.test.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is killed leaves nothing behind, whatever part of it is killed. */
class StoresProcessIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    private Process owner;
    private TestRun run;
    private Stores stores;

    @BeforeEach
    void aRunWithStores() throws IOException {
        owner = new ProcessBuilder("sleep", "600").start();
        run = new TestRun(owner.toHandle());
        stores = run.stores();
    }

    @AfterEach
    void end() {
        owner.destroyForcibly();
    }

    @Test
    void areSharedAndEndWithTheRunHoweverThatEnds() throws IOException {
        assertThat(run.stores()).isEqualTo(stores);
        var postgres = postgres();
        var folder = run.folder();

        owner.destroyForcibly();

        await().atMost(LONG).until(() -> !stores.alive());
        await().atMost(LONG).until(() -> !postgres.isAlive());
        await().atMost(LONG).until(() -> Files.notExists(folder));
    }

    @Test
    void leaveNoPostgresBehindWhenTheirOwnProcessIsKilledAndAreStartedAnew() throws IOException {
        var postgres = postgres();

        ProcessHandle.of(stores.pid()).orElseThrow().destroyForcibly();
        await().atMost(LONG).until(() -> !stores.alive() && !postgres.isAlive());

        assertThat(run.stores().pid()).isNotEqualTo(stores.pid());
    }

    private ProcessHandle postgres() throws IOException {
        try (var files = Files.find(run.folder(), 3, (file, _) -> file.endsWith("postmaster.pid"))) {
            var file = files.findFirst().orElseThrow();
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                    .orElseThrow();
        }
    }
}
