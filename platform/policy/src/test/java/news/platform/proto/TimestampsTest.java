package news.platform.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T12:00:00.123456789Z", "1969-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z"})
    void givesBackTheTimeThatItWasGiven(String text) {
        var time = Instant.parse(text);

        assertThat(Timestamps.instant(Timestamps.of(time))).isEqualTo(time);
    }

    @Test
    void countsNanosecondsUpwardsBeforeTheEpoch() {
        assertThat(Timestamps.of(Instant.parse("1969-12-31T23:59:59.25Z")))
                .isEqualTo(Timestamp.newBuilder()
                        .setSeconds(-1)
                        .setNanos(250_000_000)
                        .build());
    }
}
