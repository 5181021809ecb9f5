package news.platform.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.topology.ServiceEntry;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service, or the gateway, from its jar, on ports that the system chooses and its log names. A shell between it and this
 * JVM kills it when this JVM is gone, whatever it died of.
 */
final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int MAX_HEAP_MEGABYTES = 256;
    private static final Pattern HTTP = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern GRPC =
            Pattern.compile("gRPC Server started, listening on address: [^\"]*port: (\\d+)");
    private static final String KILLED_WITH_ITS_STARTER = "trap '' INT; \"$@\" & cat >/dev/null; kill -KILL $!";

    private final ServiceEntry entry;
    private final Process process;
    private final Path log;

    /** @param name of its log */
    ServiceProcess(ServiceEntry entry, String name, Map<String, String> properties) {
        this.entry = entry;
        this.log = Path.of("target", name + ".log");
        var command = Stream.concat(Stream.of("sh", "-c", KILLED_WITH_ITS_STARTER, "starter"), java().stream());
        var builder =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(properties));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + Math.min(MAX_HEAP_MEGABYTES, entry.heapMegabytes()) + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar().toString());
    }

    private Path jar() {
        var jar = Path.of("..", entry.module(), "target", entry.module() + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing (expected: it was packaged before)");
        }
        return jar;
    }

    /** Where it answers HTTP; returns when it does. */
    int httpPort() {
        return port(HTTP);
    }

    /** Where it answers gRPC; returns when it does. */
    int grpcPort() {
        return port(GRPC);
    }

    private int port(Pattern line) {
        return await(entry.name() + " to start, see " + log)
                .atMost(PATIENCE)
                .until(() -> line.matcher(Files.readString(log)).results().findFirst(), found -> found.isPresent())
                .map(found -> Integer.parseInt(found.group(1)))
                .orElseThrow();
    }

    /** Ends it as this JVM's end would. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
