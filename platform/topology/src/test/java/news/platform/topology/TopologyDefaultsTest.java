package news.platform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class TopologyDefaultsTest {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void placesAServiceByConvention() {
        environment.setProperty("spring.application.name", "content-service");

        apply();

        assertThat(environment.getProperty("server.port")).isEqualTo("8202");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("8102");
        assertThat(environment.getProperty("spring.grpc.server.port")).isEqualTo("9102");
        assertThat(environment.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://127.0.0.1:5455/content_service");
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("content_service");
        assertThat(environment.getProperty("spring.grpc.client.channel.user.target"))
                .isEqualTo("static://127.0.0.1:9101");
        assertThat(environment.getProperty("news.security.jwks-uri"))
                .isEqualTo("https://127.0.0.1:8201/.well-known/jwks.json");
    }

    @Test
    void partsTheRoutesOfAServiceFromItsManagement() {
        environment.setProperty("spring.application.name", "user-service");

        apply();

        assertThat(environment.getProperty("server.port")).isEqualTo("8201");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("8101");
    }

    @Test
    void movesEveryPort() {
        environment.setProperty("spring.application.name", "content-service");
        environment.setProperty("news.topology.port-offset", "100");

        apply();

        assertThat(environment.getProperty("server.port")).isEqualTo("8302");
        assertThat(environment.getProperty("spring.datasource.url")).contains(":5555/");
        assertThat(environment.getProperty("spring.kafka.bootstrap-servers")).isEqualTo("127.0.0.1:9195");
        assertThat(environment.getProperty("news.site.url")).isEqualTo("http://localhost:8180");
        assertThat(environment.getProperty("spring.grpc.client.channel.user.target"))
                .isEqualTo("static://127.0.0.1:9201");
    }

    @Test
    void callsByNameInACluster() {
        environment.setProperty("news.topology.target", "dns:///{name}-service-grpc:9090");

        apply();

        assertThat(environment.getProperty("spring.grpc.client.channel.user.target"))
                .isEqualTo("dns:///user-service-grpc:9090");
    }

    @Test
    void givesTheGatewayItsPortsAndWhereItFindsPlainHttp() {
        environment.setProperty("spring.application.name", "gateway");
        environment.setProperty("news.topology.http-target", "https://{name}-service");

        apply();

        assertThat(environment.getProperty("server.port")).isEqualTo("8080");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("8081");
        assertThat(environment.getProperty("spring.datasource.url")).isNull();
        assertThat(environment.getProperty("news.topology.http-address.user")).isEqualTo("https://user-service");
    }

    @Test
    void findsOneServiceElsewhere() {
        environment.setProperty("spring.application.name", "gateway");
        environment.setProperty("news.topology.http-address.user", "https://127.0.0.1:1");

        apply();

        assertThat(environment.getProperty("news.topology.http-address.user")).isEqualTo("https://127.0.0.1:1");
        assertThat(environment.getProperty("news.topology.http-address.content"))
                .startsWith("https://127.0.0.1:8");
    }

    @Test
    void leavesAnApplicationAloneThatIsNotInTheTable() {
        environment.setProperty("spring.application.name", "probe-service");

        apply();

        assertThat(environment.getProperty("server.port")).isNull();
    }

    @Test
    void yieldsToWhatIsSaidElsewhere() {
        environment.setProperty("spring.application.name", "content-service");
        environment.setProperty("server.port", "8081");

        apply();

        assertThat(environment.getProperty("server.port")).isEqualTo("8081");
    }

    private void apply() {
        new TopologyDefaults().postProcessEnvironment(environment, new SpringApplication());
    }
}
