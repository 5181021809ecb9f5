package news.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.probe.v1.ProbeServiceGrpc;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PolicyAutoConfigurationTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PolicyAutoConfiguration.class));

    @Test
    void overridesNothingByDefault() {
        context.run(started -> assertThat(started.getBean(Policies.class)
                        .of(ProbeServiceGrpc.getGetPublicMethod())
                        .maxConcurrent())
                .isEqualTo(3));
    }

    @Test
    void bindsOverridesOfNestedFields() {
        String method = "news.policy.overrides.[news.platform.probe.v1.ProbeService/GetPublic].";

        context.withPropertyValues(method + "max-concurrent=8", method + "cache.max-age=9s")
                .run(started -> {
                    Policy policy = started.getBean(Policies.class).of(ProbeServiceGrpc.getGetPublicMethod());
                    assertThat(policy.maxConcurrent()).isEqualTo(8);
                    assertThat(policy.cache().orElseThrow().maxAge()).hasSeconds(9);
                });
    }

    @Test
    void refusesToStartWithAnOverrideOfNothing() {
        context.withPropertyValues("news.policy.overrides.[no.such.Service/Method].max-concurrent=8")
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("no.such.Service"));
    }
}
