package news.platform.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.test.grpc.TestCertificates;
import news.platform.test.store.TestDatabase;
import news.platform.test.store.TestKafka;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;

/** The gateway and services of the table and whom they call, two that call each other among them, over the run's stores. */
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
            "management.tracing.export.zipkin.enabled",
            "false");

    private final Topology table = Topology.load();
    private final TestKafka kafka = TestKafka.own();
    private final Map<String, TestDatabase> databases = new HashMap<>();
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();
    private final Map<String, Integer> grpcPorts = new HashMap<>();
    private final int issuerPort = freePort();
    private final int port;

    /** @param services by name; those that they call are started too */
    RunningPlatform(String... services) {
        Stream.of(services).forEach(this::running);
        port = start(table.gateway()).httpPort();
    }

    /** Where clients reach it. */
    String edge() {
        return "http://127.0.0.1:" + port;
    }

    private ServiceProcess start(ServiceEntry entry) {
        var known = processes.get(entry.name());
        if (known != null) {
            return known;
        }
        var process = new ServiceProcess(entry, properties(entry));
        processes.put(entry.name(), process);
        entry.calls().forEach(this::running);
        return process;
    }

    private Map<String, String> properties(ServiceEntry entry) {
        var properties = new HashMap<>(SECRETS_AND_SETTINGS);
        boolean issuer = entry.name().equals(table.tokenIssuer());
        // it reads its own keys where the others do, and must know where that is before it starts
        properties.put("server.port", issuer ? Integer.toString(issuerPort) : "0");
        properties.put("news.security.jwks-uri", issuerAddress() + "/.well-known/jwks.json");
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
        if (!issuer) {
            running(table.tokenIssuer()).httpPort();
            properties.put("news.topology.http-address." + table.tokenIssuer(), issuerAddress());
        }
        if (entry.isGateway()) {
            processes.values().forEach(ServiceProcess::grpcPort);
            processes.forEach((name, process) -> {
                if (!name.equals(table.tokenIssuer())) {
                    properties.put("news.topology.http-address." + name, "https://127.0.0.1:" + process.httpPort());
                }
            });
        }
        for (String callee : entry.isGateway() ? processes.keySet() : entry.calls()) {
            properties.put(
                    "spring.grpc.client.channel." + callee + ".target", "static://127.0.0.1:" + grpcPort(callee));
        }
        return properties;
    }

    /** Where it answers gRPC, be it started or not: whoever calls it may start first. */
    private int grpcPort(String service) {
        return grpcPorts.computeIfAbsent(service, _ -> freePort());
    }

    private String issuerAddress() {
        return "https://127.0.0.1:" + issuerPort;
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
    }
}
