package news.platform.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import news.platform.payment.Invariant;
import news.platform.payment.PaymentServiceTest;
import news.platform.payment.v1.PaymentState;
import news.platform.payment.v1.RefundState;
import news.platform.thirdparty.v1.ChargeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each invariant finds what is made wrong: rows are changed behind the triggers' back, looked at, and rolled back. */
@TestInstance(Lifecycle.PER_CLASS)
class InvariantsIT extends PaymentServiceTest {
    @Autowired
    private KeepCheckpoints checkpoints;

    private boolean made;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BALANCED            | update ledger_checkpoint set debits = debits + 1 where account = 'users'
            CHECKPOINT_IS_SUM   | update ledger_checkpoint set credits = credits - 1 where account = 'revenue'
            CHECKPOINT_IS_SUM   | update ledger_transfer set amount = amount + 1
            CAPTURED_ONCE       | delete from ledger_transfer where cause like 'captured/%'
            CAPTURED_ONCE       | update ledger_transfer set debit = 'clearing/other' where cause like 'captured/%'
            CAPTURED_ONCE       | update capture set amount = amount + 1
            ONE_SUCCESS         | drop index payment_order_id_succeeded_uq; update payment set state = 'SUCCEEDED'
            SUCCESS_IS_CAPTURED | update payment set state = 'FAILED' where state = 'SUCCEEDED'
            SUCCESS_IS_CAPTURED | update payment set amount = amount + 1
            SUCCESS_IS_CAPTURED | update capture set counted = false
            SOLD_ONCE           | delete from ledger_transfer where cause like 'sold/%'
            SOLD_ONCE           | update ledger_transfer set cause = 'sold/nobody' where cause like 'sold/%'
            REFUNDED_AT_MOST    | update capture set refunded = refunded - 1 where refunded > 0
            REFUNDED_AT_MOST    | update refund set state = 'FAILED'
            REFUND_IS_BOOKED    | delete from ledger_transfer where cause like 'given-up/%'
            REFUND_IS_BOOKED    | delete from ledger_transfer where cause like 'paid-out/%'
            REFUND_IS_BOOKED    | update refund set state = 'PENDING'
            NOTHING_KEPT        | update capture set refunded = 0 where not counted
            USERS_ARE_OWED      | delete from ledger_transfer where cause like 'paid-out/%'
            USERS_ARE_OWED      | update refund set state = 'PENDING'""")
    void findsWhatWasMadeWrong(Invariant invariant, String mutation) {
        if (!made) {
            paidAndGivenBack();
        }
        assertThat(Invariant.broken(jdbc)).isEmpty();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("alter table ledger_transfer drop constraint ledger_transfer_cause_uq")
                    .update();
            jdbc.sql(mutation).update();

            assertThat(Invariant.broken(jdbc)).anyMatch(found -> found.startsWith(invariant + " "));
            status.setRollbackOnly();
        });

        assertThat(Invariant.broken(jdbc)).isEmpty();
    }

    @Test
    void areThoseOfThePage() throws IOException {
        var page = Files.readString(Path.of("../docs/money.md"));

        assertThat(page.lines()
                        .filter(line -> line.matches("\\| [A-Z_]+ \\| [a-z].*"))
                        .map(line -> line.split(" ")[1]))
                .containsAll(Arrays.stream(Invariant.values()).map(Enum::name).toList());
    }

    /** Something of everything: one payment that counts, one that came late, a refund of each. */
    private void paidAndGivenBack() {
        var late = begun();
        tell(channel.ends(late.getId(), ChargeState.CHARGE_STATE_CLOSED));
        awaited(late, PaymentState.PAYMENT_STATE_CANCELLED);
        var payment = paid();
        tell(channel.pays(late.getId()));
        refunded(payment, PRICE);
        for (var each : List.of(payment, late)) {
            await().until(() -> refunds(each).stream()
                            .filter(refund -> refund.getState() == RefundState.REFUND_STATE_SUCCEEDED)
                            .count()
                    == 1);
        }
        checkpoints.keep();
        made = true;
    }
}
