package news.platform.helm;

import static news.platform.helm.ChartTest.CHART;
import static news.platform.helm.ChartTest.PRODUCTION;
import static news.platform.helm.ChartTest.all;
import static news.platform.helm.ChartTest.bound;
import static news.platform.helm.ChartTest.container;
import static news.platform.helm.ChartTest.render;
import static news.platform.helm.ChartTest.variable;
import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import io.kubernetes.client.openapi.models.V1Deployment;
import java.util.Map;
import news.platform.topology.Topology;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;

/** Who a process is to the others, and how it speaks to what is not ours. */
@NullUnmarked
class TlsTest {
    private static final Bindable<Map<String, String>> MAP = Bindable.mapOf(String.class, String.class);

    @Test
    void everyProcessHasItsOwnCertificateMountedAsAFolder() throws Exception {
        for (var deployment : all(render(PRODUCTION), V1Deployment.class)) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            var name = deployment.getMetadata().getName();
            assertThat(pod.getVolumes()).anySatisfy(volume -> {
                assertThat(volume.getName()).isEqualTo("identity");
                assertThat(volume.getSecret().getSecretName()).isEqualTo(name + "-identity");
            });
            var container = pod.getContainers().getFirst();
            assertThat(variable(container, "NEWS_IDENTITY_FOLDER").getValue()).isEqualTo("/etc/news/identity");
            assertThat(container.getVolumeMounts()).anySatisfy(mount -> {
                assertThat(mount.getMountPath()).isEqualTo("/etc/news/identity");
                assertThat(mount.getReadOnly()).isTrue();
                assertThat(mount.getSubPath()).isNull();
            });
            assertThat(variable(container, "NEWS_SECURITY_JWKSURI").getValue()).startsWith("https://user-service/");
            assertThat(container.getReadinessProbe().getHttpGet().getScheme()).isNull();
        }
    }

    @Test
    void asksForACertificateByTheServicesNameWhereItIsTold() {
        var text = new Helm(CHART)
                .template()
                .withKubeVersion("1.33.0")
                .withValuesFile(CHART.resolve("ci").resolve("one-replica-values.yaml"))
                .set("identity.certManager.enabled", true)
                .call();

        assertThat(Topology.load().all()).allSatisfy(entry -> assertThat(text)
                .containsPattern("kind: Certificate\\nmetadata:\\n  name: " + entry.module() + "-identity\\n")
                .contains("  secretName: " + entry.module() + "-identity\n")
                .contains("  dnsNames:\n    - " + entry.module() + "\n"));
    }

    @Test
    void speaksToKafkaAndDatabasesByTls() throws Exception {
        var container = container(render(PRODUCTION), "content-service");

        assertThat(variable(container, "SPRING_KAFKA_SECURITY_PROTOCOL").getValue())
                .isEqualTo("SASL_SSL");
        assertThat(bound(container, "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "spring.kafka.properties", MAP))
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(bound(container, "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "spring.kafka.properties", MAP))
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"$(KAFKA_USERNAME)\" password=\"$(KAFKA_PASSWORD)\";");
        assertThat(variable(container, "SPRING_DATASOURCE_URL").getValue())
                .isEqualTo("$(DATABASE_URL)?sslmode=verify-full&sslrootcert=/etc/news/database-ca/ca.crt");
        assertThat(variable(container, "DATABASE_URL")
                        .getValueFrom()
                        .getSecretKeyRef()
                        .getName())
                .isEqualTo("content-service-database");
    }

    @Test
    void leavesKafkaAndDatabasesAsTheyAreWhereNothingIsSaid() throws Exception {
        var container = container(render("one-replica"), "content-service");

        assertThat(variable(container, "SPRING_KAFKA_SECURITY_PROTOCOL").getValue())
                .isEqualTo("PLAINTEXT");
        assertThat(variable(container, "SPRING_DATASOURCE_URL").getValue()).isNull();
    }
}
