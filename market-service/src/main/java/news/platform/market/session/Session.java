package news.platform.market.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One day's trading of an exchange.
 *
 * @param date the day that it is counted to
 * @param spans when it is traded, in order; what lies between two of them is a break
 */
public record Session(LocalDate date, List<Span> spans) {
    public Session {
        spans = List.copyOf(spans);
    }

    /**
     * A time without a break.
     *
     * @param open its first moment
     * @param close the first moment behind it
     */
    public record Span(Instant open, Instant close) {
        boolean has(Instant time) {
            return !time.isBefore(open) && time.isBefore(close);
        }
    }

    /** Its first moment. */
    public Instant open() {
        return spans.getFirst().open();
    }

    /** The first moment behind it. */
    public Instant close() {
        return spans.getLast().close();
    }

    /** The span that the time lies in; empty in a break and outside. */
    public Optional<Span> spanAt(Instant time) {
        return spans.stream().filter(span -> span.has(time)).findFirst();
    }
}
