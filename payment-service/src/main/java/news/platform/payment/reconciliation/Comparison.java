package news.platform.payment.reconciliation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.payment.casework.Difference;
import news.platform.payment.charge.Statement.Line;

/**
 * A channel's statement held against what we have.
 *
 * @param differences all of them, named
 * @param shown the keys of ours that the statement has
 */
record Comparison(List<Difference> differences, Set<String> shown) {
    /**
     * Compares.
     *
     * @param named what we have of what the lines name, by its key
     * @param payments the payments that the lines name and that are here
     * @param due what we have done and the statement should have, unless one before had it
     */
    static Comparison of(
            String channel, List<Line> lines, Map<String, Booking> named, Set<String> payments, List<Booking> due) {
        var differences = new ArrayList<Difference>();
        var shown = new HashSet<String>();
        for (var line : lines) {
            var ours = named.get(key(line));
            if (ours == null) {
                differences.add(nothingHere(channel, line, payments));
            } else if (!shown.add(ours.key())) {
                differences.add(Difference.missingHere(channel, transaction(line), "booked once more: " + text(line)));
            } else {
                compare(channel, line, ours, differences);
            }
        }
        due.stream()
                .filter(booking -> !shown.contains(booking.key()))
                .map(booking -> Difference.missingThere(channel, booking.subject(), booking))
                .forEach(differences::add);
        return new Comparison(List.copyOf(differences), Set.copyOf(shown));
    }

    /** By what a line names what it books. */
    static String key(Line line) {
        return line.refund() ? line.refundId() : line.transactionId();
    }

    private static void compare(String channel, Line line, Booking ours, List<Difference> differences) {
        if (!ours.amount().equals(line.amount())) {
            differences.add(Difference.ofAmount(channel, ours.subject(), ours.amount(), line.amount()));
        }
        if (!ours.done()) {
            differences.add(Difference.ofState(channel, ours.subject(), ours, text(line)));
        }
    }

    /** Money of a payment that we know, which we say never came, is another matter than money of which we know nothing. */
    private static Difference nothingHere(String channel, Line line, Set<String> payments) {
        return !line.refund() && payments.contains(line.paymentId())
                ? Difference.ofState(channel, "payments/" + line.paymentId(), "not captured", text(line))
                : Difference.missingHere(channel, transaction(line), text(line));
    }

    private static String transaction(Line line) {
        return "transactions/" + line.transactionId();
    }

    private static String text(Line line) {
        return (line.refund() ? "refund, " : "charge, ") + line.amount() + " at " + line.time();
    }
}
