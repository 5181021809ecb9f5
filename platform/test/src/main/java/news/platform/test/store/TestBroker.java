package news.platform.test.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A Kafka broker (KRaft) in this JVM that a test may stop and start again; address and data stay until {@link #close()}.
 * Tests that only need a broker share the one of {@link TestKafka}. Not thread-safe.
 */
public final class TestBroker implements AutoCloseable {
    private static final List<String> NOISY = List.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky");

    private final int port;
    private final Path directory;
    private final Properties settings;
    private @Nullable KafkaRaftServer server;

    private TestBroker(int port, int controllerPort, Path directory) {
        this.port = port;
        this.directory = directory;
        this.settings = settings(port, controllerPort, directory);
    }

    /** A started broker on free ports of the loopback address, without topics; they are made on first use. */
    public static TestBroker started() {
        try {
            return started(Files.createTempDirectory("test-broker-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with its data there. */
    static TestBroker started(Path directory) {
        int[] ports = freePorts();
        try {
            var broker = new TestBroker(ports[0], ports[1], Files.createDirectories(directory));
            broker.format();
            broker.start();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code spring.kafka.bootstrap-servers} takes; the same after a restart. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the stopped broker with the data it had. No effect on a running one. */
    public void start() {
        if (server != null) {
            return;
        }
        quiet();
        var starting = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    /** Stops it in order; clients see refused connections. No effect on a stopped one. */
    public void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    @Override
    public void close() {
        stop();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }

    /** A broker says a lot while it lives; tests want to hear of trouble only. */
    public static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            NOISY.forEach(name -> logging.getLogger(name).setLevel(Level.WARN));
        }
    }

    private static int[] freePorts() {
        try (var one = new ServerSocket(0);
                var other = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void format() throws IOException {
        var file = directory.resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        quiet();
        var said = new ByteArrayOutputStream();
        int code = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IllegalStateException("broker storage not formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties settings(int port, int controllerPort, Path directory) {
        var settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", directory.resolve("log").toString());
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("log.cleaner.enable", "false");
        settings.setProperty("controlled.shutdown.enable", "false");
        // one that starts again is taken in when its last session is over
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        return settings;
    }
}
