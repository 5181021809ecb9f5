package news.platform.mall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may happen to an order, in code and in the README alike. */
class OrderStepTest {
    @Test
    void isTheTableOfTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertThat(readme.lines().filter(line -> line.startsWith("| **")).map(OrderStepTest::row))
                .containsExactlyElementsOf(Arrays.stream(OrderStep.values())
                        .map(OrderStepTest::row)
                        .toList());
    }

    @Test
    void leadsNowhereElse() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OrderStep.CANCELLED.after(OrderState.PAID))
                .withMessage("CANCELLED of an order that is PAID (expected: [AWAITING_PAYMENT])");
    }

    /** Whatever happens, an order that took money can still give it back, and one that is closed or refunded stays so. */
    @Test
    void endsForGood() {
        for (var state : List.of(OrderState.EXPIRED, OrderState.CANCELLED, OrderState.REFUNDED)) {
            assertThat(possible(state)).containsExactly(OrderStep.PAYMENT_RETURNED);
            assertThat(OrderStep.PAYMENT_RETURNED.after(state)).isEqualTo(state);
        }
        for (var state : List.of(OrderState.PAID, OrderState.FULFILLED, OrderState.REFUNDING)) {
            assertThat(possible(state)).contains(OrderStep.REFUNDED);
        }
    }

    private static Stream<OrderStep> possible(OrderState state) {
        return Arrays.stream(OrderStep.values()).filter(step -> step.isPossible(state));
    }

    private static String row(String line) {
        var cells = line.split("\\|");
        return cells[1].replace("*", "").strip() + ": " + cells[2].strip() + " → " + cells[3].strip();
    }

    private static String row(OrderStep step) {
        var from = Arrays.stream(OrderState.values()).filter(step::isPossible).toList();
        var all = OrderState.values().length - 1;
        return words(step) + ": "
                + (from.size() == all
                        ? "all but created"
                        : from.isEmpty()
                                ? "–"
                                : String.join(
                                        ", ",
                                        from.stream().map(OrderStepTest::words).toList()))
                + " → "
                + (step == OrderStep.PLACED
                        ? "created"
                        : from.stream().allMatch(state -> step.after(state) == state)
                                ? "the same"
                                : words(step.after(from.getFirst())));
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
