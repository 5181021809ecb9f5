package news.platform.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarksTest {
    @Test
    void soaksForTenMinutesUnlessToldOtherwise() {
        assertThat(Benchmarks.minutes(List.of())).isEqualTo(10);
        assertThat(Benchmarks.minutes(List.of("--minutes", "3"))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--minutes", "--minutes 0", "--minutes few", "--hours 3", "--minutes 3 4"})
    void refusesMinutesThatItDoesNotUnderstand(String options) {
        assertThatThrownBy(() -> Benchmarks.minutes(List.of(options.split(" "))))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining(options)
                .hasMessageContaining("expected");
    }

    @Test
    void refusesOptionsThatReadDoesNotHave() {
        assertThat(Benchmarks.quick(List.of())).isFalse();
        assertThat(Benchmarks.quick(List.of("--quick"))).isTrue();
        assertThatThrownBy(() -> Benchmarks.quick(List.of("--slow"))).hasMessageContaining("expected: --quick");
    }
}
