package news.platform.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static Options parse(String... words) {
        return Options.parse(List.of(words), Set.of("--seed"), Set.of("--quick"));
    }

    @Test
    void readsNumbersAndFlagsInAnyOrder() {
        Options options = parse("--quick", "--seed", "7");

        assertThat(options.has("--quick")).isTrue();
        assertThat(options.number("--seed")).hasValue(7);
        assertThat(parse().number("--seed", 5, 1, 9)).isEqualTo(5);
    }

    @Test
    void saysWhatItExpected() {
        assertThatThrownBy(() -> parse("--sed", "7")).hasMessage("--sed (expected: --quick, --seed N)");
        assertThatThrownBy(() -> parse("--seed")).hasMessage("--seed (expected: --quick, --seed N)");
        assertThatThrownBy(() -> parse("--seed", "x")).hasMessage("--seed x (expected: a whole number)");
        assertThatThrownBy(() -> parse("--seed", "10").number("--seed", 5, 1, 9))
                .hasMessage("--seed 10 (expected: 1 to 9)");
    }
}
