package news.platform.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import news.platform.local.file.Home;
import news.platform.local.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningTest {
    @TempDir
    private Path folder;

    @Test
    void isRememberedForTheOtherCommands() {
        Home home = new Home(folder);
        assertThat(Listening.last(home)).isEqualTo(Listening.LOCAL);

        new Listening("10.0.0.7", 100).remember(home);

        assertThat(Listening.last(home)).isEqualTo(new Listening("10.0.0.7", 100));
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 127.0.0.1", "0:0:0:0:0:0:0:0, 127.0.0.1", "10.0.0.7, 10.0.0.7", "127.0.0.1, 127.0.0.1"})
    void isFoundByAClientOnThisMachine(String host, String reachable) {
        assertThat(new Listening(host, 0).reachableHost()).isEqualTo(reachable);
    }

    @Test
    void opensNothingButTheEdge() {
        Assembly assembly = new Assembly(new Home(folder), new Listening("10.0.0.7", 0), Map.of());

        assertThat(assembly.services())
                .allSatisfy(service -> assertThat(service.environment().get("SPRING_APPLICATION_JSON"))
                        .contains("\"server.address\":\"" + (service.isEdge() ? "10.0.0.7" : "127.0.0.1") + "\"")
                        .doesNotContain("management.server.address\":\"10", "grpc.server.address\":\"10"));
        assertThat(assembly.services()).anyMatch(Service::isEdge);
        assertThat(assembly.zipkin().command()).contains("--armeria.ports[0].ip=127.0.0.1");
        assertThat(assembly.broker().address()).startsWith("127.0.0.1:");
    }
}
