package news.platform.work.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final WorkProperties defaults =
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("news.work", WorkProperties.class);

    @Test
    void triesForFortyMinutesAtGrowingIntervals() {
        assertThat(defaults.backOff(1, 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(defaults.backOff(2, 0.5)).isEqualTo(Duration.ofSeconds(2));
        assertThat(defaults.backOff(2, 0)).isEqualTo(Duration.ofMillis(1600));
        assertThat(defaults.backOff(2, 1)).isEqualTo(Duration.ofMillis(2400));
        assertThat(defaults.backOff(11, 0.5)).isEqualTo(Duration.ofMinutes(10));
        assertThat(defaults.backOff(1000, 0.5)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void looksAgainWhenTheNextIsDueAndAfterThePollAtTheLatest() {
        assertThat(pause(NOW.plusMillis(300))).isEqualTo(Duration.ofMillis(300));
        assertThat(pause(NOW.plusSeconds(300))).isEqualTo(Duration.ofSeconds(1));
        assertThat(new Outlook(Optional.empty(), Optional.empty(), false, 0).pause(NOW, defaults.poll()))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void tellsHowLateTheOldestIs() {
        assertThat(new Outlook(Optional.of(NOW.minusSeconds(5)), Optional.empty(), false, 0).late(NOW))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(new Outlook(Optional.of(NOW.plusSeconds(5)), Optional.empty(), false, 0).late(NOW))
                .isZero();
    }

    private Duration pause(Instant next) {
        return new Outlook(Optional.of(next), Optional.of(next), false, 0).pause(NOW, defaults.poll());
    }
}
