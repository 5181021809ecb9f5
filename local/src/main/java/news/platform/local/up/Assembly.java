package news.platform.local.up;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.process.Part;
import news.platform.local.service.Service;
import news.platform.local.service.ServiceTable;
import news.platform.local.service.Services;
import news.platform.local.service.Wiring;
import news.platform.local.store.Broker;
import news.platform.local.store.Certificates;
import news.platform.local.store.Postgres;
import news.platform.local.store.Sandbox;
import news.platform.local.store.Secrets;
import news.platform.local.store.Zipkin;

/** Every part of the platform, put together for this machine. */
final class Assembly {
    private static final int POSTGRES_PORT = 5455;
    private static final int KAFKA_PORT = 9095;
    private static final int CONTROLLER_PORT = 9096;
    private static final int ZIPKIN_PORT = 9411;
    private static final int SANDBOX_PORT = 9097;

    private final Listening listening;
    private final ServiceTable table;
    private final Secrets secrets;
    private final Certificates certificates;
    private final Postgres postgres;
    private final Broker broker;
    private final Zipkin zipkin;
    private final Sandbox sandbox;
    private final List<Service> services;

    Assembly(Home home, Listening listening, Map<String, String> edgeProperties) {
        int portOffset = listening.portOffset();
        this.listening = listening;
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        this.table = ServiceTable.load(portOffset);
        this.secrets = new Secrets(home.data().resolve("secrets"));
        this.postgres = new Postgres(home, secrets, POSTGRES_PORT + portOffset, table.databases());
        this.broker = new Broker(
                home,
                java,
                System.getProperty("java.class.path"),
                KAFKA_PORT + portOffset,
                CONTROLLER_PORT + portOffset);
        this.zipkin = new Zipkin(home, java, ZIPKIN_PORT + portOffset);
        this.sandbox =
                new Sandbox(home, java, System.getProperty("java.class.path"), secrets, SANDBOX_PORT + portOffset);
        this.certificates = new Certificates(home.certificates(), InstantSource.system());
        Wiring wiring = new Wiring(table, postgres, broker, zipkin, sandbox, secrets, certificates);
        Map<String, String> edge = new TreeMap<>(edgeProperties);
        edge.put("server.address", listening.host());
        this.services = new Services(home, java, table, wiring).all(edge);
    }

    /** A client of the gateway; for the rest see {@link Edge}. */
    Edge edge(Duration patience, Consumer<String> waiting) {
        return edge(patience, patience, waiting);
    }

    /** Whether a part, but for the gateway, has other compilers than where it is deployed. */
    boolean startsFast(String name) {
        return switch (part(name).orElse(null)) {
            case Service service -> !service.isEdge();
            case Broker _ -> true;
            case null, default -> false;
        };
    }

    /** The same, with less patience where nobody is there. */
    Edge edge(Duration patience, Duration silence, Consumer<String> waiting) {
        return new Edge(listening.reachableHost(), table.httpPort("gateway").orElseThrow(), patience, silence, waiting);
    }

    Listening listening() {
        return listening;
    }

    ServiceTable table() {
        return table;
    }

    Secrets secrets() {
        return secrets;
    }

    Certificates certificates() {
        return certificates;
    }

    Postgres postgres() {
        return postgres;
    }

    Broker broker() {
        return broker;
    }

    Zipkin zipkin() {
        return zipkin;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    List<Service> services() {
        return services;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(postgres, broker, zipkin, sandbox));
        parts.addAll(services);
        return parts;
    }

    Optional<Part> part(String name) {
        return parts().stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** What a service that does not belong to the platform is told about its stores; what was in its database goes. */
    Map<String, String> renewedStores(String database) {
        postgres().renew(database);
        return Map.of(
                "spring.datasource.url", postgres().url(database),
                "spring.datasource.username", database,
                "spring.datasource.password", postgres().password(database),
                "spring.kafka.bootstrap-servers", broker().address(),
                "news.identity.folder", certificates().of(database).toString());
    }
}
