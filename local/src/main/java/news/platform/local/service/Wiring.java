package news.platform.local.service;

import java.util.Map;
import java.util.TreeMap;
import news.platform.local.store.Broker;
import news.platform.local.store.Certificates;
import news.platform.local.store.Postgres;
import news.platform.local.store.Sandbox;
import news.platform.local.store.Secrets;
import news.platform.local.store.Zipkin;
import news.platform.topology.ServiceEntry;
import tools.jackson.databind.json.JsonMapper;

/** What a service is told about the others, as Spring properties. */
public final class Wiring {
    private static final String LOCAL = "127.0.0.1";

    private final ServiceTable table;
    private final Postgres postgres;
    private final Broker broker;
    private final Zipkin zipkin;
    private final Sandbox sandbox;
    private final Secrets secrets;
    private final Certificates certificates;
    private final JsonMapper json = new JsonMapper();

    public Wiring(
            ServiceTable table,
            Postgres postgres,
            Broker broker,
            Zipkin zipkin,
            Sandbox sandbox,
            Secrets secrets,
            Certificates certificates) {
        this.table = table;
        this.postgres = postgres;
        this.broker = broker;
        this.zipkin = zipkin;
        this.sandbox = sandbox;
        this.secrets = secrets;
        this.certificates = certificates;
    }

    /** The properties as one JSON text: in the environment, where no other user can read the passwords. */
    String asJson(ServiceEntry entry, Map<String, String> extra) {
        Map<String, String> properties = properties(entry);
        properties.putAll(extra);
        return json.writeValueAsString(properties);
    }

    Map<String, String> properties(ServiceEntry entry) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("news.topology.port-offset", Integer.toString(table.portOffset()));
        properties.put("news.topology.target", "dns:///" + LOCAL + ":{port}");
        properties.put("news.identity.folder", certificates.of(entry.module()).toString());
        properties.put("server.address", LOCAL);
        if (entry.httpPort() != entry.managementPort()) {
            properties.put("management.server.address", LOCAL);
        }
        if (!entry.isGateway()) {
            properties.put("spring.grpc.server.address", LOCAL);
            properties.put("news.grpc.server.warm-up.enabled", "true");
        }
        if (entry.database()) {
            properties.put("spring.datasource.password", postgres.password(entry.databaseName()));
        }
        if (entry.ownerApart()) {
            properties.put("spring.flyway.url", postgres.url(entry.databaseName()));
            properties.put("spring.flyway.user", entry.databaseOwner());
            properties.put("spring.flyway.password", postgres.password(entry.databaseOwner()));
        }
        properties.put("spring.kafka.bootstrap-servers", broker.address());
        properties.put("management.tracing.export.zipkin.endpoint", zipkin.endpoint());
        properties.put("news.persistence.page-token-key", secrets.key("page-token-key"));
        entry.secrets().forEach((property, name) -> properties.put(property, secrets.base64(name)));
        entry.local().forEach((property, value) -> properties.put(property, resolve(value)));
        return properties;
    }

    private String gatewayUrl() {
        return "http://" + LOCAL + ":" + table.httpPort("gateway").orElseThrow();
    }

    private String resolve(String value) {
        return switch (value) {
            case "{demo-password}" -> secrets.password("demo-password");
            case "{import-secret}" -> secrets.key("import-secret");
            case "{sandbox-url}" -> sandbox.url();
            case "{sandbox-secret}" -> sandbox.secret();
            default -> value.replace("{gateway-url}", gatewayUrl());
        };
    }
}
