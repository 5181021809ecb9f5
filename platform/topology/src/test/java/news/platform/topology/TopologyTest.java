package news.platform.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {
    private static final String TABLE = """
            {"tokenIssuer": "user",
             "gateway": {"name": "gateway", "ordinal": 0, "heapMegabytes": 64, "compiler": "FULL"},
             "services": [
               {"name": "user", "ordinal": 1, "heapMegabytes": 64, "compiler": "FULL",
                "routes": [{"path": "/keys/**", "methods": ["GET"]}]},
               {"name": "content", "ordinal": 2, "calls": ["user"], "heapMegabytes": 64, "compiler": "FAST_START"}]}
            """;

    @Test
    void readsTheTableOfThePlatform() {
        Topology topology = Topology.load();

        assertThat(topology.find(topology.tokenIssuer())).isPresent();
        assertThat(topology.all()).last().isEqualTo(topology.gateway());
    }

    @Test
    void derivesPlacesFromNameAndOrdinal() {
        ServiceEntry content = read(TABLE).ofApplication("content-service").orElseThrow();

        assertThat(content.httpPort()).isEqualTo(8102);
        assertThat(content.managementPort()).isEqualTo(8102);
        assertThat(content.grpcPort()).isEqualTo(9102);
        assertThat(content.databaseName()).isEqualTo("content_service");
    }

    @Test
    void givesRoutesAPortBesideTheManagement() {
        ServiceEntry user = read(TABLE).find("user").orElseThrow();

        assertThat(user.httpPort()).isEqualTo(8201);
        assertThat(user.managementPort()).isEqualTo(8101);
    }

    @Test
    void closesARouteThatSaysLittle() {
        Route keys = read(TABLE).find("user").orElseThrow().routes().getFirst();

        assertThat(keys)
                .isEqualTo(new Route(
                        "/keys/**",
                        List.of("GET"),
                        Route.Access.USER,
                        List.of(),
                        "READ",
                        0,
                        "no-store",
                        false,
                        "",
                        List.of()));
    }

    @Test
    void givesTheGatewayTwoPortsAndNoGrpc() {
        ServiceEntry gateway = read(TABLE).gateway();

        assertThat(gateway.module()).isEqualTo("gateway");
        assertThat(gateway.httpPort()).isEqualTo(8080);
        assertThat(gateway.managementPort()).isEqualTo(8081);
        assertThatThrownBy(gateway::grpcPort).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsWhoMayCallWhom() {
        Topology topology = read(TABLE);

        assertThat(topology.callersOf("user")).containsExactlyInAnyOrder("gateway", "content");
        assertThat(topology.callersOf("content")).containsExactly("gateway");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ordinal\": 2    | \"ordinal\": 1     | content.ordinal: 1 (expected: each once)",
                "\"name\": \"content\" | \"name\": \"user\" | name: user (expected: each once)",
                "[\"user\"]        | [\"users\"]        | content.calls: [users] (expected: other services of the table)",
                "[\"user\"]        | [\"content\"]      | content.calls: [content] (expected: other services of the table)",
                "\"content\"       | \"Content\"        | name: Content (expected: one lower-case word)",
                "\"tokenIssuer\": \"user\" | \"tokenIssuer\": \"key\" | tokenIssuer: key",
                "\"ordinal\": 0    | \"ordinal\": 3     | gateway.ordinal: 3 (expected: 0)",
                "/keys/**          | keys               | path: keys",
                "/keys/**          | /**                | path: /**",
                "/keys/**          | /*/keys            | path: /*/keys",
                "/keys/**          | /keys/%2e%2e       | path: /keys/%2e%2e",
                "/keys/**          | /actuator/**       | path: /actuator/**",
                "[\"GET\"]        | [\"GET\"], \"roles\": [\"admin\"] | /keys/**.roles: [admin]",
                "[\"GET\"]        | [\"GET\"], \"access\": \"ROLES\"   | /keys/**.roles: []",
                "[\"GET\"]        | [\"GET\"], \"maxBodyKilobytes\": 1 | /keys/**.maxBodyKilobytes: 1",
                "[\"GET\"]        | [\"GET\"], \"cache\": \"public\"   | /keys/**.cache: public",
                "[\"GET\"]        | [\"GET\"], \"inside\": true      | /keys/**.inside: true",
                "\"GET\"           | \"LOOK\"           | methods: [LOOK]",
                "\"calls\"         | \"call\"           | call",
                "64, \"compiler\": \"FAST_START\" | 1, \"compiler\": \"FULL\" | content.heapMegabytes: 1 (expected: >= 32)",
            })
    void refusesATableThatIsWrong(String right, String wrong, String message) {
        String table = TABLE.replace(right, wrong);

        assertThat(table).isNotEqualTo(TABLE);
        assertThatThrownBy(() -> read(table)).hasMessageContaining(message);
    }

    private static Topology read(String table) {
        return Topology.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }
}
