package news.platform.market.candle;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import news.platform.market.session.ExchangeCalendar;
import news.platform.market.session.Session;

/** How long a candle lasts. */
public enum Interval {
    /** A minute. */
    MINUTE("1m", Duration.ofMinutes(1)),
    /** Five minutes. */
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    /** An hour. */
    HOUR("1h", Duration.ofHours(1)),
    /** A session. */
    DAY("1d", Duration.ofDays(1));

    private final String word;
    private final Duration length;

    Interval(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    /** As clients call it. */
    public String word() {
        return word;
    }

    static Interval of(String word) {
        return Stream.of(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + " (expected: 1m, 5m, 1h or 1d)"));
    }

    /**
     * When the candle begins that a moment belongs to. A session, and what follows its break, begin a candle anew.
     *
     * @param span of the session, with the moment in it
     */
    Instant begin(Session session, Session.Span span, Instant time) {
        if (this == DAY) {
            return session.open();
        }
        var since = Duration.between(span.open(), time);
        return span.open().plus(length.multipliedBy(since.dividedBy(length)));
    }

    /** The first moment behind the last candle that begins before this time; the time itself where that is over or there is none. */
    Instant endBefore(ExchangeCalendar calendar, Instant time) {
        var last = time.minusNanos(1);
        var session = calendar.sessionAt(last);
        if (this == DAY) {
            return session.map(Session::close).orElse(time);
        }
        return session.flatMap(there -> there.spanAt(last).map(span -> end(there, span, begin(there, span, last))))
                .orElse(time);
    }

    /** The first moment behind the candle that begins then. */
    Instant end(Session session, Session.Span span, Instant begin) {
        var end = begin.plus(length);
        return this == DAY ? session.close() : end.isBefore(span.close()) ? end : span.close();
    }
}
