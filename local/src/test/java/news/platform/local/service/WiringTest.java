package news.platform.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.local.file.Home;
import news.platform.local.store.Broker;
import news.platform.local.store.Certificates;
import news.platform.local.store.Postgres;
import news.platform.local.store.Sandbox;
import news.platform.local.store.Secrets;
import news.platform.local.store.Zipkin;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WiringTest {
    private static final int OFFSET = 100;

    @TempDir
    private Path folder;

    @Test
    void tellsAServiceItsPortsItsDatabaseAndTheOthers() {
        Map<String, String> properties = properties("content");

        assertThat(Path.of(properties.get("news.identity.folder"))).isDirectoryContaining("glob:**/tls.crt");
        assertThat(properties)
                .containsEntry("news.topology.port-offset", "100")
                .containsEntry("news.topology.target", "dns:///127.0.0.1:{port}")
                .containsEntry("news.grpc.server.warm-up.enabled", "true")
                .containsEntry("server.address", "127.0.0.1")
                .containsKey("spring.datasource.password")
                .containsEntry("spring.kafka.bootstrap-servers", "127.0.0.1:9195")
                .doesNotContainKey("news.user.demo.password");
    }

    @Test
    void givesTheGatewayAManagementPortAndNoDatabase() {
        Map<String, String> properties = properties("gateway");

        assertThat(properties)
                .containsEntry("management.server.address", "127.0.0.1")
                .doesNotContainKeys(
                        "spring.datasource.password", "spring.grpc.server.address", "news.grpc.server.warm-up.enabled");
    }

    static Stream<String> names() {
        return Topology.load().all().stream().map(ServiceEntry::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasEverythingListenOnThisMachineAlone(String name) {
        Map<String, String> properties = properties(name);

        assertThat(properties)
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry(
                        name.equals("gateway") ? "management.server.address" : "spring.grpc.server.address",
                        "127.0.0.1");
        assertThat(properties.containsKey("management.server.address")).isEqualTo(name.matches("gateway|user|content"));
    }

    @Test
    void putsThisMachinesSecretsInTheirPlaces() {
        Map<String, String> user = properties("user");
        Map<String, String> thirdparty = properties("thirdparty");

        assertThat(user.get("news.user.demo.password")).hasSize(16);
        assertThat(thirdparty.get("news.thirdparty.partners.local-import.secret"))
                .matches("[0-9a-f]{64}");
        assertThat(thirdparty)
                .containsEntry("news.thirdparty.sandbox.url", "http://127.0.0.1:9197")
                .containsEntry(
                        "news.thirdparty.sandbox.notify-url", "http://127.0.0.1:8180/api/v1/webhooks/payments/sandbox");
        assertThat(thirdparty.get("news.thirdparty.sandbox.secret")).matches("[0-9a-f]{64}");
    }

    private Map<String, String> properties(String name) {
        Home home = new Home(folder);
        Secrets secrets = new Secrets(home.data().resolve("secrets"));
        ServiceTable table = ServiceTable.load(OFFSET);
        Wiring wiring = new Wiring(
                table,
                new Postgres(home, secrets, 5455 + OFFSET, table.databases()),
                new Broker(home, "java", "", 9095 + OFFSET, 9096 + OFFSET),
                new Zipkin(home, "java", 9411 + OFFSET),
                new Sandbox(home, "java", "", secrets, 9097 + OFFSET),
                secrets,
                new Certificates(home.certificates(), InstantSource.system()));
        ServiceEntry entry = table.entries().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return wiring.properties(entry);
    }
}
