package news.platform.benchmarks.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.platform.benchmarks.money.Picture.Balance;
import news.platform.benchmarks.money.Picture.Grant;
import news.platform.benchmarks.money.Picture.Limit;
import news.platform.benchmarks.money.Picture.Order;
import news.platform.benchmarks.money.Picture.Payment;
import news.platform.benchmarks.money.Picture.Reading;
import news.platform.benchmarks.shop.Books;
import news.platform.benchmarks.shop.Books.Charge;
import news.platform.benchmarks.shop.Books.Refund;
import news.platform.benchmarks.shop.Sum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {
    private static final Sum TEN = new Sum("CNY", 1000);

    /** One order that is paid and in part given back, one that was closed and paid too late, one that is refunded. */
    private static final class World {
        private final List<Order> orders = new ArrayList<>(List.of(
                new Order("o1", "FULFILLED", TEN, 300, "p-1", List.of("orders/i1.1"), List.of()),
                new Order("o2", "CANCELLED", TEN, 0, "", List.of("orders/i2.1"), List.of("orders/i2.1")),
                new Order(
                        "o3",
                        "REFUNDED",
                        TEN,
                        1000,
                        "p-3",
                        List.of("orders/i3.1", "orders/i3.2"),
                        List.of("orders/i3.2"))));
        private final List<Payment> payments = new ArrayList<>(List.of(
                new Payment("p-1", "o1", "SUCCEEDED"),
                new Payment("p-2", "o2", "SUCCEEDED"),
                new Payment("p-3", "o3", "SUCCEEDED")));
        private final List<Grant> grants = new ArrayList<>(List.of(new Grant("orders/i1.1"), new Grant("orders/i3.2")));
        private final List<Charge> charges = new ArrayList<>(
                List.of(new Charge("p1", "PAID", TEN), new Charge("p2", "PAID", TEN), new Charge("p3", "PAID", TEN)));
        private final List<Refund> refunds = new ArrayList<>(List.of(
                new Refund("p1", true, new Sum("CNY", 300)),
                new Refund("p1", false, TEN),
                new Refund("p2", true, TEN),
                new Refund("p3", true, TEN)));
        private final List<Limit> limits = new ArrayList<>(List.of(new Limit("c", 5, 5, 5)));
        private final List<Balance> balances = new ArrayList<>(List.of(
                new Balance("clearing/sandbox", new Sum("CNY", 700)), new Balance("revenue", new Sum("CNY", -700))));
        private final List<Balance> transfers = new ArrayList<>(balances);
        private final List<Sum> clearing = new ArrayList<>(List.of(new Sum("CNY", 700)));
        private final List<Reading> readings = new ArrayList<>(List.of(new Reading("u", true, true)));
        private final List<String> left = new ArrayList<>();

        List<String> complaints() {
            return Audit.of(new Picture(
                    orders,
                    payments,
                    grants,
                    new Books(charges, refunds),
                    limits,
                    balances,
                    transfers,
                    clearing,
                    readings,
                    left));
        }
    }

    @Test
    void isContentWhereAllIsWell() {
        assertThat(new World().complaints()).isEmpty();
    }

    static Stream<Arguments> findsWhatIsWrong() {
        return Stream.of(
                wrong("order o2 is PAID", world -> world.orders.set(1, order(world, 1, "PAID"))),
                wrong(
                        "payment p-2 is PROCESSING",
                        world -> world.payments.set(1, new Payment("p-2", "o2", "PROCESSING"))),
                wrong("orders/i1.1 is not open", world -> world.grants.removeFirst()),
                wrong("orders/i2.1 is open", world -> world.grants.add(new Grant("orders/i2.1"))),
                wrong("orders/i3.1 is open", world -> world.grants.add(new Grant("orders/i3.1"))),
                wrong("orders/i9.1 is of no order", world -> world.grants.add(new Grant("orders/i9.1"))),
                wrong("nothing was paid", world -> world.charges.removeFirst()),
                wrong("the channel has 1000 (expected: 0)", world -> world.refunds.remove(2)),
                wrong(
                        "the channel has 1700 (expected: 700)",
                        world -> world.charges.add(new Charge("p1", "PAID", TEN))),
                wrong("can still be paid", world -> {
                    world.payments.add(new Payment("p-5", "o2", "CANCELLED"));
                    world.charges.add(new Charge("p5", "PENDING", TEN));
                }),
                wrong("payment p-4 is of no order", world -> world.payments.add(new Payment("p-4", "o4", "FAILED"))),
                wrong("together (expected: 0)", world -> world.transfers.removeFirst()),
                wrong("are not the sums", world -> world.balances.removeFirst()),
                wrong("its statement {CNY=700}", world -> world.clearing.set(0, new Sum("CNY", 701))),
                wrong("c: 6 by orders", world -> world.limits.set(0, new Limit("c", 5, 6, 6))),
                wrong("5 by its own count", world -> world.limits.set(0, new Limit("c", 5, 5, 4))),
                wrong(
                        "does not read what they paid for",
                        world -> world.readings.set(0, new Reading("u", true, false))),
                wrong(
                        "reads what they have no right to",
                        world -> world.readings.set(0, new Reading("u", false, true))),
                wrong("a case", world -> world.left.add("a case")));
    }

    @ParameterizedTest
    @MethodSource
    void findsWhatIsWrong(String complaint, Consumer<World> change) {
        var world = new World();
        change.accept(world);

        assertThat(world.complaints()).anyMatch(text -> text.contains(complaint));
    }

    private static Arguments wrong(String complaint, Consumer<World> change) {
        return arguments(complaint, change);
    }

    private static Order order(World world, int index, String state) {
        var order = world.orders.get(index);
        return new Order(
                order.id(), state, order.total(), order.refunded(), order.paymentId(), order.scopes(), order.kept());
    }
}
