package news.platform.policy;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;

/** How many fields are overridden, and how often a file was refused. */
record PolicyMetrics(Policies policies, PolicyFile file) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("news.policy.overrides", policies, PolicyMetrics::fields)
                .description("Fields of policies that an operator has overridden")
                .register(meters);
        FunctionCounter.builder("news.policy.refused", file, PolicyFile::refusals)
                .description("States of the file of overrides that were refused")
                .register(meters);
    }

    private static double fields(Policies policies) {
        return policies.overrides().values().stream().mapToInt(Map::size).sum();
    }
}
