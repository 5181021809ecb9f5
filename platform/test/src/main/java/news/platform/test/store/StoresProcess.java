package news.platform.test.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The process that holds a PostgreSQL and a broker for a run of tests. It has a session of its own, so that a Ctrl-C or a
 * kill of the run's process group does not reach it, and ends when the run has, however that ended. A shell reads from it
 * until it is gone, whatever it died of; then the shell ends PostgreSQL and deletes all data.
 */
final class StoresProcess {
    private static final long PATIENCE_SECONDS = 90;
    private static final Path NEW_SESSION = Path.of("/usr/bin/setsid");
    /** $1 is the data, $2 the run's folder, $3 the run. QUIT ends PostgreSQL without ado. */
    private static final String SWEEP = """
            trap '' INT TERM HUP
            cat >/dev/null
            postgres=$(head -n 1 "$1/postgres/postmaster.pid")
            if [ -n "$postgres" ]; then
              kill -QUIT "$postgres"
              for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$postgres" && sleep 0.2; done
            fi
            rm -rf "$1"
            kill -0 "$3" || rm -rf "$2"
            """;

    private StoresProcess() {}

    /** Starts it and waits until both stores answer. */
    static Stores launch(ProcessHandle owner, Path folder) throws IOException {
        Path log = folder.resolve("stores.log");
        var process = new ProcessBuilder(command(owner, folder))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (System.nanoTime() < deadline && !process.waitFor(50, TimeUnit.MILLISECONDS)) {
                var ready = Stores.read(folder).filter(stores -> stores.pid() == process.pid());
                if (ready.isPresent()) {
                    return ready.get();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("the stores of the tests did not start: " + Files.readString(log));
    }

    private static List<String> command(ProcessHandle owner, Path folder) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(NEW_SESSION)) {
            command.add(NEW_SESSION.toString());
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                StoresProcess.class.getName(),
                Long.toString(owner.pid()),
                folder.toString()));
        return command;
    }

    /** Takes the process id of the run, and its folder. */
    public static void main(String[] arguments) throws IOException {
        TestBroker.quiet();
        var folder = Path.of(arguments[1]);
        var data = Files.createTempDirectory(folder, "data-");
        new ProcessBuilder("sh", "-c", SWEEP, "sweep", data.toString(), folder.toString(), arguments[0])
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var broker = CompletableFuture.supplyAsync(() -> TestBroker.started(data.resolve("kafka")));
        int postgres = postgres(data.resolve("postgres"));
        new Stores(ProcessHandle.current().pid(), postgres, broker.join().bootstrapServers()).write(folder);
        ProcessHandle.of(Long.parseLong(arguments[0]))
                .ifPresent(owner -> owner.onExit().join());
        Runtime.getRuntime().halt(0);
    }

    /** Its settings are fast, not safe. */
    private static int postgres(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "400")
                .setServerConfig("autovacuum", "off")
                .start()
                .getPort();
    }
}
