package news.platform.payment.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import news.platform.payment.charge.ChargeOrder;
import news.platform.payment.ledger.Amount;
import org.junit.jupiter.api.Test;

class PaymentStateTest {
    @Test
    void isTheTableOfThePage() throws IOException {
        var table = Arrays.stream(PaymentState.values())
                .map(state -> ("| " + state + " | "
                                        + state.next().stream()
                                                .map(PaymentState::name)
                                                .collect(Collectors.joining(", ")))
                                .strip()
                        + (state.isFinal() ? " |" : " |"))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("../docs/money.md"))).contains(table);
    }

    @Test
    void neverGoesBackAndNeverLeavesAnEnd() {
        for (var state : PaymentState.values()) {
            assertThat(state.next()).allMatch(next -> next.ordinal() > state.ordinal());
            var payment = Payment.begun(
                    new ChargeOrder("p", "o", "sandbox", new Amount("CNY", 1), "title", Instant.EPOCH),
                    "ann",
                    Instant.EPOCH);
            var reached = state == PaymentState.CREATED ? payment : payment.in(state, null, "", Instant.EPOCH);
            for (var to : PaymentState.values()) {
                if (!state.next().contains(to)) {
                    assertThatThrownBy(() -> reached.in(to, null, "", Instant.EPOCH))
                            .isInstanceOf(IllegalStateException.class);
                }
            }
        }
    }
}
