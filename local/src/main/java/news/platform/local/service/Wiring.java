package news.platform.local.service;

import java.util.Map;
import java.util.TreeMap;
import news.platform.local.store.Broker;
import news.platform.local.store.Postgres;
import news.platform.local.store.Secrets;
import news.platform.local.store.Zipkin;
import tools.jackson.databind.json.JsonMapper;

/** What a service is told about the others, as Spring properties. */
public final class Wiring {
    private static final String LOCAL = "127.0.0.1";
    private static final String HTTP = "{http:";

    private final ServiceTable table;
    private final Postgres postgres;
    private final Broker broker;
    private final Zipkin zipkin;
    private final Secrets secrets;
    private final JsonMapper json = new JsonMapper();

    public Wiring(ServiceTable table, Postgres postgres, Broker broker, Zipkin zipkin, Secrets secrets) {
        this.table = table;
        this.postgres = postgres;
        this.broker = broker;
        this.zipkin = zipkin;
        this.secrets = secrets;
    }

    /** The properties as one JSON text: in the environment, where no other user can read the passwords. */
    String asJson(ServiceRow row, Map<String, String> extra) {
        Map<String, String> properties = properties(row);
        properties.putAll(extra);
        return json.writeValueAsString(properties);
    }

    Map<String, String> properties(ServiceRow row) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("server.port", Integer.toString(row.httpPort()));
        properties.put("server.address", LOCAL);
        if (row.managementPort() != 0) {
            properties.put("management.server.port", Integer.toString(row.managementPort()));
            properties.put("management.server.address", LOCAL);
        }
        if (row.grpcPort() != 0) {
            properties.put("spring.grpc.server.address", LOCAL);
            properties.put("spring.grpc.server.port", Integer.toString(row.grpcPort()));
        }
        if (!row.database().isEmpty()) {
            properties.put("spring.datasource.url", postgres.url(row.database()));
            properties.put("spring.datasource.username", row.database());
            properties.put("spring.datasource.password", postgres.password(row.database()));
        }
        properties.put("spring.kafka.bootstrap-servers", broker.address());
        properties.put("management.tracing.export.zipkin.endpoint", zipkin.endpoint());
        properties.put("news.persistence.page-token-key", secrets.key("page-token-key"));
        others(properties);
        row.properties().forEach((name, value) -> properties.put(name, resolve(value)));
        return properties;
    }

    private void others(Map<String, String> properties) {
        for (ServiceRow other : table.rows()) {
            if (other.grpcPort() != 0) {
                properties.put(
                        "spring.grpc.client.channel." + other.name() + ".target",
                        "dns:///" + LOCAL + ":" + other.grpcPort());
            }
        }
        table.httpPort("user")
                .ifPresent(port -> properties.put(
                        "news.security.jwks-uri", "http://" + LOCAL + ":" + port + "/.well-known/jwks.json"));
    }

    private String resolve(String value) {
        if (value.startsWith(HTTP) && value.endsWith("}")) {
            String name = value.substring(HTTP.length(), value.length() - 1);
            return "http://" + LOCAL + ":" + table.httpPort(name).orElseThrow();
        }
        return switch (value) {
            case "{demo-password}" -> secrets.password("demo-password");
            case "{import-secret}" -> secrets.key("import-secret");
            case "{key-encryption-key}" -> secrets.base64("key-encryption-key");
            default -> value;
        };
    }
}
