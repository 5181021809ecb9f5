package news.platform.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.platform.payment.PaymentServiceTest;
import news.platform.payment.v1.LedgerServiceGrpc;
import news.platform.payment.v1.ListBalancesRequest;
import news.platform.proto.Moneys;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

class LedgerIT extends PaymentServiceTest {
    @Autowired
    private Ledger ledger;

    @Autowired
    private KeepCheckpoints checkpoints;

    @Test
    void letsNobodyChangeWhatWasBooked() {
        book(fee(ann, "XTS", 5));

        for (var change : List.of(
                "update ledger_transfer set amount = 1", "delete from ledger_transfer", "truncate ledger_transfer")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("what was booked stays");
        }
    }

    @Test
    void booksOnceForOneCause() {
        book(fee(ann, "XTS", 5));

        assertThatThrownBy(() -> book(fee(ann, "XTS", 6))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void booksNothingThatIsNoMovement() {
        for (var transfer : List.of(
                fee(ann, "XTS", 0),
                fee(ann, "XTS", -1),
                fee(ann, "xts", 1),
                new Transfer("x", Account.USERS, Account.USERS, new Amount("XTS", 1), ann),
                new Transfer("x", Account.USERS, new Account("mine"), new Amount("XTS", 1), ann))) {
            assertThatThrownBy(() -> book(transfer)).as("%s", transfer).hasMessageContaining("_ck");
        }
    }

    @Test
    void addsUpTheSameHoweverManyBookWhileCheckpointsAreMade() throws Exception {
        var before = balance("BHD");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = IntStream.range(0, 200)
                    .mapToObj(number -> threads.submit(() -> {
                        book(fee(UUID.randomUUID().toString(), "BHD", 1000));
                        if (number % 10 == 0) {
                            checkpoints.keep();
                        }
                    }))
                    .toList();
            for (var each : work) {
                each.get();
            }
        }
        checkpoints.keep();

        assertThat(balance("BHD") - before).isEqualTo(200_000);
        assertThat(LedgerServiceGrpc.newBlockingStub(callee.as(token("admin", "admin")))
                        .listBalances(ListBalancesRequest.getDefaultInstance())
                        .getBalancesList())
                .filteredOn(balance -> balance.getAccount().equals("fees")
                        && balance.getNet().getCurrencyCode().equals("BHD"))
                .singleElement()
                .returns(Moneys.of("BHD", balance("BHD")), balance -> balance.getNet());
    }

    /** Of what channels kept. */
    private long balance(String currency) {
        return ledger.balances().stream()
                .filter(balance ->
                        balance.account().equals("fees") && balance.currency().equals(currency))
                .mapToLong(Balance::net)
                .sum();
    }

    /** One that nothing else in these tests books. */
    private static Transfer fee(String cause, String currency, long minorUnits) {
        return new Transfer(
                "fee/" + cause, new Account("fees"), Account.clearing("test"), new Amount(currency, minorUnits), cause);
    }

    private void book(Transfer transfer) {
        transaction.executeWithoutResult(_ -> ledger.post(transfer));
    }
}
