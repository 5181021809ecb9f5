package news.platform.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.payment.casework.Difference;
import news.platform.payment.casework.Difference.Kind;
import news.platform.payment.charge.Statement.Line;
import news.platform.payment.ledger.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A statement that is right, and what is named when one thing in it is wrong. */
class ComparisonTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Amount FIVE = new Amount("CNY", 500);
    private static final List<Booking> OURS = List.of(
            new Booking("payments/p1", "t1", FIVE, true, NOON),
            new Booking("payments/p2", "t2", new Amount("JPY", 70), true, NOON),
            new Booking("refunds/r1", "r1", new Amount("CNY", 200), true, NOON));
    private static final List<Line> RIGHT = List.of(
            new Line(false, "p1", "", "t1", FIVE, NOON),
            new Line(false, "p2", "", "t2", new Amount("JPY", 70), NOON),
            new Line(true, "p1", "r1", "x1", new Amount("CNY", 200), NOON));

    @Test
    void nothingDiffersWhereBothSayTheSame() {
        var comparison = compared(RIGHT, OURS);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.shown()).containsExactlyInAnyOrder("t1", "t2", "r1");
    }

    record Wrong(String what, List<Line> lines, List<Booking> ours, Kind kind, String subject) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong(
                        "money of nobody",
                        with(RIGHT, new Line(false, "", "", "t9", FIVE, NOON)),
                        OURS,
                        Kind.MISSING_HERE,
                        "transactions/t9"),
                new Wrong(
                        "a refund of nobody",
                        with(RIGHT, new Line(true, "p1", "", "x9", FIVE, NOON)),
                        OURS,
                        Kind.MISSING_HERE,
                        "transactions/x9"),
                new Wrong(
                        "a charge booked twice", with(RIGHT, RIGHT.get(0)), OURS, Kind.MISSING_HERE, "transactions/t1"),
                new Wrong(
                        "a refund booked twice",
                        with(RIGHT, new Line(true, "p1", "r1", "x2", new Amount("CNY", 200), NOON)),
                        OURS,
                        Kind.MISSING_HERE,
                        "transactions/x2"),
                new Wrong("a charge left out", without(RIGHT, 0), OURS, Kind.MISSING_THERE, "payments/p1"),
                new Wrong("a refund left out", without(RIGHT, 2), OURS, Kind.MISSING_THERE, "refunds/r1"),
                new Wrong(
                        "another amount",
                        replaced(RIGHT, 0, new Line(false, "p1", "", "t1", new Amount("CNY", 499), NOON)),
                        OURS,
                        Kind.AMOUNT,
                        "payments/p1"),
                new Wrong(
                        "another currency",
                        replaced(RIGHT, 1, new Line(false, "p2", "", "t2", new Amount("CNY", 70), NOON)),
                        OURS,
                        Kind.CURRENCY,
                        "payments/p2"),
                new Wrong("a charge that never came here", RIGHT, without(OURS, 0), Kind.STATE, "payments/p1"),
                new Wrong(
                        "a refund that is refused here",
                        RIGHT,
                        replaced(OURS, 2, new Booking("refunds/r1", "r1", new Amount("CNY", 200), false, NOON)),
                        Kind.STATE,
                        "refunds/r1"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheOneThingThatDiffers(Wrong wrong) {
        assertThat(compared(wrong.lines(), wrong.ours()).differences())
                .extracting(Difference::kind, Difference::subject)
                .containsExactly(tuple(wrong.kind(), wrong.subject()));
    }

    /** As the service does: what the lines name, and what is due. */
    private static Comparison compared(List<Line> lines, List<Booking> ours) {
        var keys = lines.stream().map(Comparison::key).collect(Collectors.toSet());
        return Comparison.of(
                "sandbox",
                lines,
                ours.stream()
                        .filter(booking -> keys.contains(booking.key()))
                        .collect(Collectors.toMap(Booking::key, Function.identity())),
                Set.of("p1", "p2"),
                ours.stream().filter(Booking::done).toList());
    }

    private static <T> List<T> with(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    private static <T> List<T> without(List<T> list, int index) {
        var less = new ArrayList<>(list);
        less.remove(index);
        return less;
    }

    private static <T> List<T> replaced(List<T> list, int index, T by) {
        var other = new ArrayList<>(list);
        other.set(index, by);
        return other;
    }
}
