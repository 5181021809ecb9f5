package news.platform.market.session;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When exchanges that keep the same days trade: a day of the week, unless it is a holiday, with the hours of its time. Immutable.
 *
 * @param codes the exchanges
 * @param days on which they trade; none listed: all
 * @param hours the earliest first
 * @param holidays days without a session
 * @param halfDays days that close early, and when
 * @param knownUntil the last day whose holidays are known, later ones are taken for ordinary; null: there will be none
 */
public record ExchangeCalendar(
        Set<String> codes,
        ZoneId zone,
        Set<DayOfWeek> days,
        List<Hours> hours,
        Set<LocalDate> holidays,
        Map<LocalDate, LocalTime> halfDays,
        @Nullable LocalDate knownUntil) {
    public ExchangeCalendar {
        codes = Set.copyOf(codes);
        days = Set.copyOf(Objects.requireNonNullElse(days, Set.of(DayOfWeek.values())));
        hours = List.copyOf(hours);
        holidays = Set.copyOf(Objects.requireNonNullElse(holidays, Set.of()));
        halfDays = Map.copyOf(Objects.requireNonNullElse(halfDays, Map.of()));
        for (var date :
                Stream.concat(holidays.stream(), halfDays.keySet().stream()).toList()) {
            if (!days.contains(date.getDayOfWeek())) {
                throw new IllegalArgumentException(codes + ": " + date + " is a " + date.getDayOfWeek()
                        + " (expected: a day on which there would be a session)");
            }
        }
    }

    /** The session that is counted to this day; empty where there is none. */
    public Optional<Session> session(LocalDate date) {
        if (!days.contains(date.getDayOfWeek()) || holidays.contains(date)) {
            return Optional.empty();
        }
        return hours.reversed().stream()
                .filter(each -> each.holdOn(date))
                .findFirst()
                .map(each -> each.on(date, zone, halfDays.get(date)));
    }

    /** The session that the time lies in, breaks included. */
    public Optional<Session> sessionAt(Instant time) {
        var date = LocalDate.ofInstant(time, zone);
        return Stream.of(date, date.plusDays(1))
                .flatMap(day -> session(day).stream())
                .filter(session -> !time.isBefore(session.open()) && time.isBefore(session.close()))
                .findFirst();
    }

    /** What the exchanges do at this time. */
    public Phase phase(Instant time) {
        return sessionAt(time)
                .map(session -> session.spanAt(time).isPresent() ? Phase.OPEN : Phase.BREAK)
                .orElse(Phase.CLOSED);
    }
}
