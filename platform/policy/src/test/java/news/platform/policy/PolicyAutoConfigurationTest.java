package news.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import news.platform.probe.v1.ProbeServiceGrpc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class PolicyAutoConfigurationTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PolicyAutoConfiguration.class));

    @TempDir
    private Path folder;

    @Test
    void overridesNothingByDefault() {
        context.run(started -> {
            assertThat(maxConcurrent(started)).isEqualTo(3);
            assertThat(started.getBean(PoliciesEndpoint.class).view().overrides())
                    .isEmpty();
        });
    }

    @Test
    void readsTheFileBeforeAnythingIsServedAndShowsWhatIsInForce() throws IOException {
        Path file = Files.writeString(
                folder.resolve("policies.properties"),
                "news.platform.probe.v1.ProbeService/GetPublic.max-concurrent=8\n"
                        + "news.platform.probe.v1.ProbeService/GetPublic.cache.max-age = 9s\n");

        context.withPropertyValues("news.policy.file=" + file).run(started -> {
            assertThat(maxConcurrent(started)).isEqualTo(8);
            PoliciesEndpoint.View view = started.getBean(PoliciesEndpoint.class).view();
            assertThat(view.overrides().get("news.platform.probe.v1.ProbeService/GetPublic"))
                    .containsEntry("max-concurrent", "8")
                    .containsEntry("cache.max-age", "9s");
            assertThat(view.since()).isNotNull();
            assertThat(view.lastRefusal()).isNull();
            assertThat(metric(started, "news.policy.overrides")).isEqualTo(2);
            assertThat(metric(started, "news.policy.refused")).isZero();
        });
    }

    @Test
    void startsByTheContractWhenTheFileIsWrongAndSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("policies.properties"), "no.such.Service/Method.deadline=1s");

        context.withPropertyValues("news.policy.file=" + file).run(started -> {
            assertThat(maxConcurrent(started)).isEqualTo(3);
            assertThat(started.getBean(PoliciesEndpoint.class).view().lastRefusal())
                    .satisfies(refusal -> assertThat(refusal.text()).contains("no.such.Service/Method"));
            assertThat(metric(started, "news.policy.refused")).isEqualTo(1);
        });
    }

    private static int maxConcurrent(ApplicationContext started) {
        return started.getBean(Policies.class)
                .of(ProbeServiceGrpc.getGetPublicMethod())
                .maxConcurrent();
    }

    private static double metric(ApplicationContext started, String name) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        started.getBean(MeterBinder.class).bindTo(meters);
        return meters.get(name).meter().measure().iterator().next().getValue();
    }
}
