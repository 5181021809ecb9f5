package news.platform.market.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.platform.market.session.Session.Span;
import org.jspecify.annotations.Nullable;

/**
 * The ordinary hours of an exchange, by its own clocks.
 *
 * @param from the first day that they hold for; null: from ever
 * @param dayBefore whether a session opens on the evening before its day
 * @param close 00:00 means the end of the day
 * @param breakStart null: there is no break
 */
record Hours(
        @Nullable LocalDate from,
        boolean dayBefore,
        LocalTime open,
        LocalTime close,
        @Nullable LocalTime breakStart,
        @Nullable LocalTime breakEnd) {
    Hours {
        if ((breakStart == null) != (breakEnd == null)) {
            throw new IllegalArgumentException(
                    "breakStart, breakEnd: " + breakStart + ", " + breakEnd + " (expected: both or none)");
        }
    }

    boolean holdOn(LocalDate date) {
        return from == null || !date.isBefore(from);
    }

    /** {@code early}: when it closes on that day; null: as always. */
    Session on(LocalDate date, ZoneId zone, @Nullable LocalTime early) {
        var opens = date.minusDays(dayBefore ? 1 : 0).atTime(open).atZone(zone).toInstant();
        var end = Objects.requireNonNullElse(early, close);
        var closes = (end.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atTime(end) : date.atTime(end))
                .atZone(zone)
                .toInstant();
        if (breakStart == null || breakEnd == null) {
            return new Session(date, List.of(new Span(opens, closes)));
        }
        var pauses = date.atTime(breakStart).atZone(zone).toInstant();
        var resumes = date.atTime(breakEnd).atZone(zone).toInstant();
        return new Session(
                date,
                Stream.of(new Span(opens, pauses.isBefore(closes) ? pauses : closes), new Span(resumes, closes))
                        .filter(span -> span.open().isBefore(span.close()))
                        .toList());
    }
}
