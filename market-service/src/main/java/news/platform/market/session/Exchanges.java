package news.platform.market.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The calendars of all exchanges, from a file. Immutable. */
@Component
public final class Exchanges {
    private static final Logger log = LoggerFactory.getLogger(Exchanges.class);
    private static final int WARN_DAYS = 60;

    private final Map<String, ExchangeCalendar> calendars = new HashMap<>();

    Exchanges(SessionProperties properties, Clock clock) {
        var soon = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(WARN_DAYS);
        for (var calendar : read(properties.calendars())) {
            calendar.codes().forEach(code -> {
                if (calendars.put(code, calendar) != null) {
                    throw new IllegalArgumentException(code + " has two calendars (expected: one)");
                }
            });
            var end = calendar.knownUntil();
            if (end != null && end.isBefore(soon)) {
                log.warn("holidays of {} are known until {} only: update the calendars", calendar.codes(), end);
            }
        }
    }

    /**
     * The calendar of an exchange.
     *
     * @throws IllegalArgumentException where there is none
     */
    public ExchangeCalendar calendar(String exchange) {
        var calendar = calendars.get(exchange);
        if (calendar == null) {
            throw new IllegalArgumentException(
                    exchange + ": no calendar (expected: one of " + calendars.keySet() + ")");
        }
        return calendar;
    }

    /** Whether it has a calendar. */
    public boolean knows(String exchange) {
        return calendars.containsKey(exchange);
    }

    private static List<ExchangeCalendar> read(Resource file) {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = file.getInputStream()) {
            return Objects.requireNonNull(json.readValue(in, Calendars.class)).exchanges();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file. */
    record Calendars(List<ExchangeCalendar> exchanges) {}
}
