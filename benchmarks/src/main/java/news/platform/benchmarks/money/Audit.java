package news.platform.benchmarks.money;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.benchmarks.money.Picture.Balance;
import news.platform.benchmarks.money.Picture.Grant;
import news.platform.benchmarks.money.Picture.Order;
import news.platform.benchmarks.money.Picture.Payment;
import news.platform.benchmarks.shop.Books;
import news.platform.benchmarks.shop.Books.Charge;
import news.platform.benchmarks.shop.Books.Refund;
import news.platform.benchmarks.shop.Sum;

/** What is not as it must be once everything has settled: orders, rights and the ledger held against where money really is. */
final class Audit {
    private final Picture picture;
    private final Map<String, List<Payment>> paymentsOf;
    private final Map<String, Long> paid = new HashMap<>();
    private final Map<String, Long> back = new HashMap<>();
    private final Set<String> open;
    private final List<String> complaints = new ArrayList<>();

    private Audit(Picture picture) {
        this.picture = picture;
        this.paymentsOf = picture.payments().stream().collect(Collectors.groupingBy(Payment::orderId));
        this.open = picture.grants().stream().map(Grant::source).collect(Collectors.toSet());
        picture.books().charges().stream()
                .filter(Charge::paid)
                .forEach(
                        charge -> paid.merge(charge.reference(), charge.amount().minor(), Long::sum));
        picture.books().refunds().stream()
                .filter(Refund::succeeded)
                .forEach(refund ->
                        back.merge(refund.chargeReference(), refund.amount().minor(), Long::sum));
    }

    /** Empty where all is well. */
    static List<String> of(Picture picture) {
        var audit = new Audit(picture);
        picture.orders().forEach(audit::order);
        picture.payments().stream()
                .filter(payment -> !payment.isOver())
                .forEach(payment -> audit.say("payment %s is %s", payment.id(), payment.state()));
        audit.pages();
        audit.strangers();
        audit.ledger();
        audit.limits();
        picture.readings().stream()
                .filter(reading -> reading.should() != reading.does())
                .forEach(reading -> audit.say(
                        "user %s %s what they %s",
                        reading.userId(),
                        reading.does() ? "reads" : "does not read",
                        reading.should() ? "paid for" : "have no right to"));
        audit.complaints.addAll(picture.left());
        return List.copyOf(audit.complaints);
    }

    private void order(Order order) {
        if (!order.isOver()) {
            say("order %s is %s", order.id(), order.state());
            return;
        }
        paymentsOf.getOrDefault(order.id(), List.of()).forEach(payment -> money(order, payment));
        if (order.isFulfilled() && order.total().minor() > 0 && paid(order.paymentId()) == 0) {
            say("order %s is fulfilled, and nothing was paid", order.id());
        }
        var wanted = order.isFulfilled() ? order.scopes() : List.<String>of();
        wanted.stream()
                .filter(source -> !open.contains(source))
                .forEach(source -> say("order %s is fulfilled, and %s is not open", order.id(), source));
        order.scopes().stream()
                .filter(source -> open.contains(source) && !wanted.contains(source))
                .filter(source -> order.isClosed() || !order.kept().contains(source))
                .forEach(source -> say("order %s is %s, and %s is open", order.id(), order.state(), source));
    }

    /** What pays an order stays, but for what it says is back; whatever else came is back. */
    private void money(Order order, Payment payment) {
        boolean pays = order.isFulfilled() && payment.id().equals(order.paymentId());
        long stays = pays ? order.total().minor() - order.refunded() : 0;
        long really = paid(payment.id()) - back.getOrDefault(Books.reference(payment.id()), 0L);
        if (really != stays) {
            say(
                    "order %s is %s: of payment %s (%s) the channel has %d (expected: %d)",
                    order.id(), order.state(), payment.id(), payment.state(), really, stays);
        }
    }

    private long paid(String paymentId) {
        return paid.getOrDefault(Books.reference(paymentId), 0L);
    }

    /** Nobody can pay any more what has ended. */
    private void pages() {
        var open = picture.books().charges().stream()
                .filter(Charge::open)
                .map(Charge::reference)
                .collect(Collectors.toSet());
        picture.payments().stream()
                .filter(payment -> payment.isOver() && open.contains(Books.reference(payment.id())))
                .forEach(payment -> say("payment %s is %s, and can still be paid", payment.id(), payment.state()));
    }

    /** Whatever belongs to nobody. */
    private void strangers() {
        var orders = picture.orders().stream().map(Order::id).collect(Collectors.toSet());
        picture.payments().stream()
                .filter(payment -> !orders.contains(payment.orderId()))
                .forEach(payment -> say("payment %s is of no order", payment.id()));
        var sources = new HashSet<String>();
        picture.orders().forEach(order -> sources.addAll(order.scopes()));
        open.stream().filter(source -> !sources.contains(source)).forEach(source -> say("%s is of no order", source));
    }

    private void ledger() {
        if (!byAccount(picture.balances()).equals(byAccount(picture.transfers()))) {
            say(
                    "balances %s are not the sums of transfers %s",
                    byAccount(picture.balances()), byAccount(picture.transfers()));
        }
        sums(picture.transfers(), Balance::net).forEach((currency, net) -> {
            if (net != 0) {
                say("all accounts in %s are %d together (expected: 0)", currency, net);
            }
        });
        var ours = picture.payments().stream()
                .map(payment -> Books.reference(payment.id()))
                .collect(Collectors.toSet());
        var statement = new TreeMap<String, Long>();
        picture.books().charges().stream()
                .filter(charge -> charge.paid() && ours.contains(charge.reference()))
                .forEach(charge -> statement.merge(
                        charge.amount().currency(), charge.amount().minor(), Long::sum));
        picture.books().refunds().stream()
                .filter(refund -> refund.succeeded() && ours.contains(refund.chargeReference()))
                .forEach(refund -> statement.merge(
                        refund.amount().currency(), -refund.amount().minor(), Long::sum));
        var clearing = sums(picture.clearing(), Function.identity());
        if (!clearing.equals(statement)) {
            say("the ledger has %s at the channel, its statement %s", clearing, statement);
        }
    }

    private void limits() {
        picture.limits().forEach(limit -> {
            if (limit.held() > limit.most() || limit.counted() != limit.held()) {
                say(
                        "%s: %d by orders, %d by its own count (expected: the same, at most %d)",
                        limit.name(), limit.held(), limit.counted(), limit.most());
            }
        });
    }

    private static Map<String, Long> byAccount(List<Balance> balances) {
        var all = new TreeMap<String, Long>();
        balances.forEach(balance -> all.put(
                balance.account() + " " + balance.net().currency(),
                balance.net().minor()));
        return all;
    }

    private static <T> Map<String, Long> sums(List<T> all, Function<T, Sum> sum) {
        var sums = new TreeMap<String, Long>();
        all.forEach(
                each -> sums.merge(sum.apply(each).currency(), sum.apply(each).minor(), Long::sum));
        return sums;
    }

    private void say(String text, Object... values) {
        complaints.add(text.formatted(values));
    }
}
