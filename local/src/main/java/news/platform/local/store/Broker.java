package news.platform.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import news.platform.local.file.Home;
import news.platform.local.process.Part;
import news.platform.local.process.Ports;

/** Kafka as one node that is broker and controller, in a JVM of its own, its data kept. */
public final class Broker implements Part {
    private final Home home;
    private final String java;
    private final String classPath;
    private final int port;
    private final int controllerPort;
    private final boolean deployed;

    public Broker(Home home, String java, String classPath, int port, int controllerPort) {
        this(home, java, classPath, port, controllerPort, false);
    }

    private Broker(Home home, String java, String classPath, int port, int controllerPort, boolean deployed) {
        this.home = home;
        this.java = java;
        this.classPath = classPath;
        this.port = port;
        this.controllerPort = controllerPort;
        this.deployed = deployed;
    }

    /** The same broker with the compilers that Kafka's own scripts give it (ADR 33). */
    public Broker asDeployed() {
        return new Broker(home, java, classPath, port, controllerPort, true);
    }

    /** What {@code spring.kafka.bootstrap-servers} takes. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int rank() {
        return 1;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    @Override
    public void prepare() {
        try (var out = Files.newBufferedWriter(configuration())) {
            properties().store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path configuration() {
        return home.run().resolve("kafka.properties");
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("listeners", "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://" + address());
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty("log.dirs", home.data().resolve("kafka").toString());
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        // after a kill the controller waits this long before the broker may come back
        properties.setProperty("broker.session.timeout.ms", "3000");
        properties.setProperty("broker.heartbeat.interval.ms", "500");
        properties.setProperty("num.partitions", "4");
        properties.setProperty("log.retention.hours", "168");
        properties.setProperty("log.segment.bytes", "67108864");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        return properties;
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                java,
                home.mark(name()),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms64m",
                "-Xmx224m",
                "-Xshare:auto",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (!deployed) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of(
                "-cp", classPath, BrokerMain.class.getName(), configuration().toString()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("MALLOC_ARENA_MAX", "2");
    }

    @Override
    public String mark() {
        return home.mark(name());
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }
}
