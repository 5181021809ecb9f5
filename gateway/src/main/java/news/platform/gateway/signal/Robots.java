package news.platform.gateway.signal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Programs that say that they read for nobody. Thread-safe. */
final class Robots {
    private final Pattern words;
    private final Counter signals;

    Robots(Pattern words, MeterRegistry meters) {
        this.words = words;
        this.signals = Counter.builder("news.gateway.signal.robots")
                .description("Signals of known robots, which went nowhere")
                .register(meters);
    }

    /** Whether this one, by its user agent, is one of them; counts those that are. */
    boolean include(@Nullable String agent) {
        boolean robot = agent != null && words.matcher(agent).find();
        if (robot) {
            signals.increment();
        }
        return robot;
    }
}
