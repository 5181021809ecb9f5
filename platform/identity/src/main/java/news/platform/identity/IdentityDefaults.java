package news.platform.identity;

import java.util.HashMap;
import java.util.Map;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Says, below all other properties, where this process's certificates are, and that every connection to another process of
 * the platform takes them and wants as good ones. They are in the folder {@code news.identity.folder}, which every process
 * is given, as PEM files named as in a Kubernetes secret that cert-manager fills: {@code tls.crt} (the certificate, then
 * what leads to the authority), {@code tls.key} (PKCS #8, not encrypted), {@code ca.crt} (whom it trusts). They may change
 * at any time, by others renamed over them or as a mounted secret does. Health and metrics stay plain HTTP, on a port of
 * their own.
 */
final class IdentityDefaults implements EnvironmentPostProcessor {
    /** The name of Spring Boot's bundle of the files. */
    static final String FILES = "identity-files";

    private static final String PEM = "spring.ssl.bundle.pem." + FILES + ".";
    private static final String FOLDER = "file:${news.identity.folder}/";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Topology topology = Topology.load();
        Map<String, Object> properties = new HashMap<>(Map.of(
                PEM + "keystore.certificate",
                FOLDER + "tls.crt",
                PEM + "keystore.private-key",
                FOLDER + "tls.key",
                PEM + "keystore.verify-keys",
                true,
                PEM + "truststore.certificate",
                FOLDER + "ca.crt",
                PEM + "reload-on-update",
                true,
                "spring.grpc.server.ssl.bundle",
                IdentityAutoConfiguration.BUNDLE,
                "spring.grpc.server.ssl.client-auth",
                "require"));
        topology.services()
                .forEach(callee -> properties.put(
                        "spring.grpc.client.channel." + callee.name() + ".ssl.bundle",
                        IdentityAutoConfiguration.BUNDLE));
        topology.ofApplication(environment.getProperty("spring.application.name", ""))
                .ifPresent(own -> addHttp(properties, own));
        environment.getPropertySources().addLast(new MapPropertySource("identity", properties));
    }

    /** The gateway passes HTTP on to services that have routes. */
    private static void addHttp(Map<String, Object> properties, ServiceEntry own) {
        if (own.isGateway()) {
            properties.put("spring.http.clients.ssl.bundle", IdentityAutoConfiguration.BUNDLE);
        } else if (!own.routes().isEmpty()) {
            properties.put("server.ssl.bundle", FILES);
            properties.put("server.ssl.client-auth", "need");
            properties.put("management.server.ssl.enabled", false);
        }
    }
}
