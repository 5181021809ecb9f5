package news.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import brave.sampler.Sampler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.brave.autoconfigure.BraveAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SamplingTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withBean(SimpleMeterRegistry.class)
            .withConfiguration(AutoConfigurations.of(
                    ObservabilityAutoConfiguration.class,
                    MetricsAutoConfiguration.class,
                    MicrometerTracingAutoConfiguration.class,
                    BraveAutoConfiguration.class));

    @Test
    void recordsNoMoreTracesASecondThanAllowed() {
        context.withPropertyValues("management.tracing.sampling.probability=1.0", "news.tracing.max-per-second=20")
                .run(started -> {
                    Sampler sampler = started.getBean(Sampler.class);

                    long sampled = LongStream.range(0, 100_000)
                            .filter(sampler::isSampled)
                            .count();

                    // a hundred thousand decisions take less than a second: a bound for a machine five hundred times
                    // slower
                    assertThat(sampled).isBetween(1L, 10_000L);
                });
    }

    @Test
    void recordsTheShareBelowThat() {
        context.withPropertyValues("management.tracing.sampling.probability=0.0")
                .run(started -> assertThat(LongStream.range(0, 1000).filter(started.getBean(Sampler.class)::isSampled))
                        .isEmpty());
    }

    @Test
    void refusesANegativeBound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SamplingProperties(-1))
                .withMessage("news.tracing.max-per-second: -1 (expected: >= 0)");
    }
}
