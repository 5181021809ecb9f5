package news.platform.topology;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Adds what the table says by convention, below all other properties: the ports and the database of this process on one
 * machine, where each service is called, where signing keys are fetched, where readers find it all ({@code news.site.url}). These
 * properties move it:
 *
 * <ul>
 *   <li>{@code news.topology.port-offset}: added to every port. Default: 0
 *   <li>{@code news.topology.target}: where a service's gRPC is reached; {@code {name}} and {@code {port}} stand for its
 *       name and its port on one machine. Default: {@code static://127.0.0.1:{port}}; in a cluster
 *       {@code dns:///{name}-service-grpc:9090}
 *   <li>{@code news.topology.http-target}: the same for the plain HTTP that the gateway passes on. Default:
 *       {@code https://127.0.0.1:{port}}; in a cluster {@code https://{name}-service}
 *   <li>{@code news.topology.http-address.<name>}: the same for one service only
 * </ul>
 */
final class TopologyDefaults implements EnvironmentPostProcessor {
    private static final String TARGET = "static://127.0.0.1:{port}";
    private static final String HTTP_TARGET = "https://127.0.0.1:{port}";
    private static final int POSTGRES = 5455;
    private static final int KAFKA = 9095;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Topology topology = Topology.load();
        int offset = environment.getProperty("news.topology.port-offset", Integer.class, 0);
        String target = environment.getProperty("news.topology.target", TARGET);
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + (KAFKA + offset));
        properties.put(
                "news.site.url", "http://localhost:" + (topology.gateway().httpPort() + offset));
        for (ServiceEntry service : topology.services()) {
            properties.put(
                    "spring.grpc.client.channel." + service.name() + ".target",
                    placed(target, service.name(), service.grpcPort() + offset));
        }
        topology.find(topology.tokenIssuer())
                .ifPresent(issuer -> properties.put(
                        "news.security.jwks-uri",
                        "https://127.0.0.1:" + (issuer.httpPort() + offset) + "/.well-known/jwks.json"));
        String name = environment.getProperty("spring.application.name", "");
        topology.ofApplication(name).ifPresent(own -> addOwn(properties, topology, own, environment, offset));
        environment.getPropertySources().addLast(new MapPropertySource("topology", properties));
    }

    private static void addOwn(
            Map<String, Object> properties,
            Topology topology,
            ServiceEntry own,
            ConfigurableEnvironment environment,
            int offset) {
        properties.put("server.port", own.httpPort() + offset);
        if (own.httpPort() != own.managementPort()) {
            properties.put("management.server.port", own.managementPort() + offset);
        }
        if (own.isGateway()) {
            addHttpAddresses(
                    properties, topology, environment.getProperty("news.topology.http-target", HTTP_TARGET), offset);
            return;
        }
        properties.put("spring.grpc.server.port", own.grpcPort() + offset);
        if (own.database()) {
            properties.put(
                    "spring.datasource.url",
                    "jdbc:postgresql://127.0.0.1:" + (POSTGRES + offset) + "/" + own.databaseName());
            properties.put("spring.datasource.username", own.databaseName());
        }
    }

    private static void addHttpAddresses(Map<String, Object> properties, Topology topology, String target, int offset) {
        for (ServiceEntry service : topology.services()) {
            properties.put(
                    "news.topology.http-address." + service.name(),
                    placed(target, service.name(), service.httpPort() + offset));
        }
    }

    private static String placed(String target, String name, int port) {
        return target.replace("{name}", name).replace("{port}", Integer.toString(port));
    }
}
