package news.platform.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(output, true, StandardCharsets.UTF_8));
    private Home home = new Home(Path.of("."));
    private Supervisor supervisor = new Supervisor(home, progress);

    @BeforeEach
    void supervise() {
        home = new Home(folder);
        supervisor = new Supervisor(home, progress);
    }

    @AfterEach
    void stopAll() {
        supervisor.stopAll();
    }

    @Test
    void noticesAKilledPartAndSaysHowToStartIt() {
        supervisor.start(StandIn.waiting(home, "content", 3));

        supervisor.kill("content");

        Awaitility.await().untilAsserted(() -> assertThat(printed())
                .contains("content died (ended by signal 9)", "./news start content"));
        assertThat(supervisor.status().getFirst().health()).isEqualTo("died (ended by signal 9)");
    }

    @Test
    void startsAKilledPartAgain() {
        supervisor.start(StandIn.waiting(home, "content", 3));
        supervisor.kill("content");

        supervisor.start(StandIn.waiting(home, "content", 3));

        assertThat(supervisor.status()).singleElement().satisfies(status -> assertThat(status.health())
                .isEqualTo("up"));
    }

    @Test
    void saysWhyAPartDidNotStart() {
        Part part = new StandIn(home, "content", 3, "echo 'ERROR: the disk is made of cheese'; exit 3", false);

        assertThatThrownBy(() -> supervisor.start(part))
                .isInstanceOf(Complaint.class)
                .hasMessage(
                        "content did not start (exit 3: ERROR: the disk is made of cheese): see ./news logs content");
    }

    @Test
    void complainsAboutAPartThatIsNeverReady() {
        Part part = new StandIn(home, "content", 3, "while true; do sleep 0.1; done", false);

        assertThatThrownBy(() -> supervisor.start(part))
                .isInstanceOf(Complaint.class)
                .hasMessage("content was not ready after 1 s: see ./news logs content");
        assertThat(supervisor.isAlive("content")).isFalse();
    }

    @Test
    void refusesToStartWhatRuns() {
        supervisor.start(StandIn.waiting(home, "content", 3));

        assertThatThrownBy(() -> supervisor.start(StandIn.waiting(home, "content", 3)))
                .hasMessage("content runs already.");
    }

    @Test
    void stopsTheHighestRankFirst() {
        supervisor.start(StandIn.waiting(home, "postgres", 0));
        supervisor.start(StandIn.waiting(home, "gateway", 4));
        supervisor.start(StandIn.waiting(home, "user", 3));
        supervisor.start(StandIn.waiting(home, "content", 3));

        supervisor.stopAll();

        assertThat(printed().lines().filter(line -> line.contains("stopped")).map(line -> line.substring(10)))
                .containsExactly("stopped gateway", "stopped content, user", "stopped postgres");
    }

    @Test
    void aLaterLauncherEndsWhatAKilledOneLeftBehind() {
        supervisor.start(StandIn.waiting(home, "content", 3));
        long pid = supervisor.status().getFirst().pid();
        Leftovers leftovers = new Leftovers(home, progress);

        // while a process becomes another program the system tells no command line
        Awaitility.await().untilAsserted(() -> assertThat(leftovers.names()).containsExactly("content"));
        leftovers.end();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(leftovers.names()).isEmpty();
    }

    @Test
    void leavesAStrangerAloneThatGotTheNumberOfALostProcess() throws Exception {
        Process stranger = new ProcessBuilder("/bin/sh", "-c", "while true; do sleep 0.1; done", "stranger").start();
        long start = stranger.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(
                home.run().resolve("content.pid"),
                String.join("\n", "3", "" + stranger.pid(), "" + start, home.mark("content"), "TERM", ""));

        new Leftovers(home, progress).end();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws Exception {
        supervisor.start(new StandIn(home, "content", 3, "echo first; while true; do sleep 0.1; done", true));
        Awaitility.await().untilAsserted(() -> assertThat(home.log("content")).hasContent("first"));
        supervisor.stop("content");

        supervisor.start(StandIn.waiting(home, "content", 3));

        assertThat(Files.readString(home.log("content").resolveSibling("content.log.1")))
                .isEqualTo("first\n");
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
