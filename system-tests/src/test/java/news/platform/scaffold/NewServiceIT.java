package news.platform.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.scaffold.NewService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service that the scaffold writes is built with all that is checked of ours, started, and asked through the edge. A run of its
 * own: most of it is another Maven's work.
 */
@EnabledIfSystemProperty(
        named = "news.test.scaffold",
        matches = "true",
        disabledReason = "./news test --scaffold builds it")
class NewServiceIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int EDGE = 8080;

    @TempDir
    private Path folder;

    @Test
    void isWrittenBuiltStartedAndAnswers() throws Exception {
        var copy = ScratchCopy.of(ROOT, folder);
        new NewService(copy.root(), System.out).create("podcast");
        copy.maven("-pl", "podcast-service", "spotless:apply");
        // releasing needs the history, which is not copied
        copy.maven(
                "-pl",
                "platform/topology,contracts,podcast-service",
                "-Dsurefire.excludes=**/ReleaseTest.java",
                "verify");
        copy.bringGateway();
        int offset = freeOffset();
        var launcher = start(copy, offset);

        try (var edge = new Edge(EDGE + offset, PATIENCE, why -> requireAlive(launcher, why))) {
            var shown = edge.get("/api/v1/podcasts/example");
            var unknown = edge.get("/api/v1/podcasts/none");
            var documented = edge.get("/openapi.json");

            assertThat(shown.status()).as(shown.body()).isEqualTo(200);
            assertThat(shown.json().path("name").asString()).isEqualTo("Example");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.json().path("reason").asString()).isEqualTo("PODCAST_NOT_FOUND");
            assertThat(documented.json().path("paths").has("/api/v1/podcasts/{podcastId}"))
                    .isTrue();
        } catch (Complaint e) {
            throw new AssertionError(log("launcher.log"), e);
        } finally {
            launcher.destroy();
            launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** The launcher of this build, over the copy's table. */
    private static Process start(ScratchCopy copy, int offset) throws IOException {
        var app = ROOT.resolve("local/target/app");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        copy.jar("platform/topology") + ":" + app + "/*:" + app + "/lib/*",
                        "news.platform.local.Main",
                        copy.root().toString(),
                        "up",
                        "--only",
                        "podcast",
                        "--without",
                        "zipkin,training",
                        "--port-offset",
                        Integer.toString(offset))
                .redirectErrorStream(true)
                .redirectOutput(copy.root().resolve("launcher.log").toFile())
                .start();
    }

    private void requireAlive(Process launcher, String why) {
        assertThat(launcher.isAlive())
                .as(() -> why + ": " + log("launcher.log") + log(".news/logs/podcast.log"))
                .isTrue();
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve("checkout").resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Below the ports that the system gives to connections, so that nobody takes one of them meanwhile. */
    private static int freeOffset() {
        return IntStream.iterate(12_000 + (int) (ProcessHandle.current().pid() % 1000) * 10, offset -> offset + 10)
                .filter(offset -> IntStream.of(EDGE, EDGE + 1, 8100, 9100, 5455, 9095, 9096)
                        .allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
