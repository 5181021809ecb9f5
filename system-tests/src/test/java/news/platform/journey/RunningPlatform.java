package news.platform.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.platform.sandbox.SandboxServer;
import news.platform.test.grpc.TestCertificates;
import news.platform.test.store.TestDatabase;
import news.platform.test.store.TestKafka;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;

/**
 * The gateway and services of the table and whom they call, two that call each other among them, over the run's stores, with the
 * sandbox to pay in.
 */
final class RunningPlatform implements AutoCloseable {
    /** Of the demo accounts: {@code editor@example.com} and the others. */
    static final String PASSWORD = "demo accounts of the journey";

    /** Where readers are told to find it. */
    static final String SITE = "https://news.example.com";

    private static final Map<String, String> SECRETS_AND_SETTINGS = Map.of(
            "news.user.key.encryption-key",
            Base64.getEncoder().encodeToString(new byte[32]),
            "news.user.demo.password",
            PASSWORD,
            "news.site.url",
            SITE,
            // its own feeds
            "news.thirdparty.fetch.allowed-private-hosts",
            "127.0.0.0/8",
            "news.thirdparty.partners." + Partner.ID + ".secret",
            Partner.SECRET,
            "news.thirdparty.partners." + Partner.ID + ".name",
            Partner.NAME,
            "news.thirdparty.partners." + Partner.ID + ".channel-ids",
            Partner.CHANNEL,
            "news.gateway.guard.rate-scale",
            "1000",
            "management.tracing.export.zipkin.enabled",
            "false");

    static final String SANDBOX_SECRET = "what the sandbox signs with";

    private final Topology table = Topology.load();
    private final TestKafka kafka = TestKafka.own();
    private final Map<String, TestDatabase> databases = new HashMap<>();
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();
    private final Map<String, Integer> grpcPorts = new HashMap<>();
    private final Map<String, Integer> httpPorts = new HashMap<>();
    private final SandboxServer sandbox;
    private final int port;

    /**
     * Starts all of them at once, as a cluster does, and returns when they answer.
     *
     * @param services by name; those that they call are started too
     */
    RunningPlatform(String... services) throws IOException {
        sandbox = SandboxServer.start(0, SANDBOX_SECRET, InstantSource.system());
        running(table.tokenIssuer());
        Stream.of(services).forEach(this::running);
        var gateway = start(table.gateway());
        processes.keySet().stream()
                .filter(name -> !name.equals(table.gateway().name()))
                .forEach(this::awaitStarted);
        port = gateway.httpPort();
    }

    /** Where clients reach it. */
    String edge() {
        return "http://127.0.0.1:" + port;
    }

    /** Where buyers pay, and where things go wrong on purpose. */
    URI sandbox() {
        return sandbox.url();
    }

    /** Starts a second replica of a service and a second gateway that calls it; where clients reach that. Returns when both answer. */
    synchronized String secondEdge(String service) {
        var known = processes.get("second-gateway");
        if (known != null) {
            return "http://127.0.0.1:" + known.httpPort();
        }
        var entry = table.find(service).orElseThrow();
        int grpcPort = freePort();
        var properties = properties(entry);
        properties.put("spring.grpc.server.port", Integer.toString(grpcPort));
        properties.put("server.port", "0");
        var replica = new ServiceProcess(entry, "second-" + service, properties);
        processes.put("second-" + service, replica);
        var edge = properties(table.gateway());
        edge.put("server.port", "0");
        edge.put("spring.grpc.client.channel." + service + ".target", "static://127.0.0.1:" + grpcPort);
        var gateway = new ServiceProcess(table.gateway(), "second-gateway", edge);
        processes.put("second-gateway", gateway);
        replica.grpcPort();
        return "http://127.0.0.1:" + gateway.httpPort();
    }

    /** Ends a service as a crash would. */
    void kill(String service) throws IOException {
        Objects.requireNonNull(processes.remove(service), service).close();
    }

    /** Starts it again, where it was; returns when it answers. */
    void startAgain(String service) {
        running(service);
        awaitStarted(service);
    }

    private void awaitStarted(String service) {
        Objects.requireNonNull(processes.get(service), service).grpcPort();
    }

    private ServiceProcess start(ServiceEntry entry) {
        var known = processes.get(entry.name());
        if (known != null) {
            return known;
        }
        var process = new ServiceProcess(entry, entry.name(), properties(entry));
        processes.put(entry.name(), process);
        entry.calls().forEach(this::running);
        return process;
    }

    private Map<String, String> properties(ServiceEntry entry) {
        var properties = new HashMap<>(SECRETS_AND_SETTINGS);
        // whoever is asked for plain HTTP must be known to the others before it starts
        boolean asked = entry.isGateway() || !entry.routes().isEmpty();
        properties.put("server.port", asked ? Integer.toString(httpPort(entry.name())) : "0");
        properties.put("news.thirdparty.sandbox.url", sandbox.url().toString());
        properties.put("news.thirdparty.sandbox.secret", SANDBOX_SECRET);
        properties.put(
                "news.thirdparty.sandbox.notify-url",
                "http://127.0.0.1:" + httpPort(table.gateway().name()) + "/api/v1/webhooks/payments/sandbox");
        properties.put("news.security.jwks-uri", httpAddress(table.tokenIssuer()) + "/.well-known/jwks.json");
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers());
        properties.put("news.messaging.prefix", kafka.prefix());
        properties.put(
                "news.identity.folder", TestCertificates.folder(entry.module()).toString());
        properties.put("management.server.port", "-1");
        properties.put("news.folder", "target/files");
        if (!entry.isGateway()) {
            properties.put("spring.grpc.server.port", Integer.toString(grpcPort(entry.name())));
            properties.put("spring.grpc.server.address", "127.0.0.1");
        }
        if (entry.database()) {
            var database = databases.computeIfAbsent(entry.name(), _ -> TestDatabase.empty());
            properties.put("spring.datasource.url", database.url());
            properties.put("spring.datasource.username", "postgres");
            properties.put("spring.datasource.password", "");
        }
        for (var other : table.services()) {
            properties.put("news.topology.http-address." + other.name(), httpAddress(other.name()));
        }
        for (String callee : entry.isGateway() ? services() : entry.calls()) {
            properties.put(
                    "spring.grpc.client.channel." + callee + ".target", "static://127.0.0.1:" + grpcPort(callee));
        }
        return properties;
    }

    private List<String> services() {
        return table.services().stream()
                .map(ServiceEntry::name)
                .filter(processes::containsKey)
                .toList();
    }

    /** Where it answers gRPC, be it started or not: whoever calls it may start first. */
    private int grpcPort(String service) {
        return grpcPorts.computeIfAbsent(service, _ -> freePort());
    }

    private int httpPort(String service) {
        return httpPorts.computeIfAbsent(service, _ -> freePort());
    }

    private String httpAddress(String service) {
        return "https://127.0.0.1:" + httpPort(service);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess running(String name) {
        return start(table.find(name).orElseThrow());
    }

    @Override
    public void close() throws IOException {
        for (ServiceProcess process : processes.values()) {
            process.close();
        }
        databases.values().forEach(TestDatabase::close);
        kafka.close();
        sandbox.close();
    }
}
