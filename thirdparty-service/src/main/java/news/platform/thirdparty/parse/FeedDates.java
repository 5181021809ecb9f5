package news.platform.thirdparty.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as feeds write them: RFC 822 and its variants, W3CDTF, asctime, Chinese. Where no zone is given, UTC. */
public final class FeedDates {

    private static final int MAX_LENGTH = 80;
    private static final String TIME = "(?:[T\\s,]*(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d{1,9})?)?)?)?";
    private static final String ZONE = "\\s*([A-Za-z]{1,5}|(?:GMT|UTC)?\\s*[+-]\\d{1,2}:?\\d{0,2})?(?:\\s*\\(.*\\))?";

    /** Sat, 07 Sep 2002 00:00:01 GMT, and without weekday, seconds, zone, or with a year of two digits. */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[a-z]+[.,]*\\s*)?(\\d{1,2})[\\s-]+([a-z]{3})[a-z]*\\.?,?[\\s-]+(\\d{2,4})" + TIME + ZONE,
            Pattern.CASE_INSENSITIVE);

    /** Sep 7, 2002 00:00:01 GMT. */
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:[a-z]+,\\s*)?([a-z]{3})[a-z]*\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME + ZONE,
            Pattern.CASE_INSENSITIVE);

    /** Thu Jan  1 19:48:21 2004. */
    private static final Pattern ASCTIME = Pattern.compile(
            "[a-z]{3},?\\s+([a-z]{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+(?:([A-Z]{1,5})\\s+)?(\\d{4})",
            Pattern.CASE_INSENSITIVE);

    /** 2003-12-31T10:14:55.5+01:00, shorter, with slashes or blanks between, and 2003年12月31日 10:14. */
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?)?)?月?" + TIME.replace("(?::(", "(?::?(") + ZONE,
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> ZONE_HOURS = Map.of(
            "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7, "BST", 1, "CET", 1);

    private static final Map<String, Integer> MORE_ZONE_HOURS =
            Map.of("CEST", 2, "EET", 2, "EEST", 3, "MSK", 3, "HKT", 8, "SGT", 8, "JST", 9, "KST", 9, "AEST", 10);

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private FeedDates() {}

    /** The instant; empty for what cannot be understood. */
    public static Optional<Instant> parse(String text) {
        String date = text.strip().replaceAll("\\s+", " ").replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)(?!\\d)", "$1-$2-$3");
        if (date.isEmpty() || date.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return yearFirst(date)
                    .or(() -> dayFirst(date))
                    .or(() -> monthFirst(date))
                    .or(() -> asctime(date));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> yearFirst(String date) {
        Matcher m = YEAR_FIRST.matcher(date);
        if (!m.matches()) {
            return Optional.empty();
        }
        LocalDate day =
                LocalDate.of(number(m.group(1)), Math.max(1, number(m.group(2))), Math.max(1, number(m.group(3))));
        return instant(day, m, 4);
    }

    private static Optional<Instant> dayFirst(String date) {
        Matcher m = DAY_FIRST.matcher(date);
        if (!m.matches()) {
            return Optional.empty();
        }
        return month(m.group(2))
                .flatMap(month -> instant(LocalDate.of(year(m.group(3)), month, number(m.group(1))), m, 4));
    }

    private static Optional<Instant> monthFirst(String date) {
        Matcher m = MONTH_FIRST.matcher(date);
        if (!m.matches()) {
            return Optional.empty();
        }
        return month(m.group(1))
                .flatMap(month -> instant(LocalDate.of(number(m.group(3)), month, number(m.group(2))), m, 4));
    }

    private static Optional<Instant> asctime(String date) {
        Matcher m = ASCTIME.matcher(date);
        if (!m.matches()) {
            return Optional.empty();
        }
        return month(m.group(1))
                .map(month -> LocalDate.of(number(m.group(7)), month, number(m.group(2))))
                .flatMap(day -> instant(day, time(m, 3), m.group(6)));
    }

    private static Optional<Instant> instant(LocalDate day, Matcher m, int firstOfTime) {
        return instant(day, time(m, firstOfTime), m.group(firstOfTime + 3));
    }

    private static Optional<Instant> instant(LocalDate day, long seconds, @Nullable String zone) {
        if (day.getYear() < 1) {
            throw new DateTimeException("no such year");
        }
        LocalDateTime local = LocalDateTime.of(day, LocalTime.MIDNIGHT).plusSeconds(seconds);
        return zone(zone).map(id -> local.atZone(id).toInstant());
    }

    /** Seconds of the day; 24:00 and a leap second run over into what follows. */
    private static long time(Matcher m, int first) {
        int hours = number(m.group(first));
        int minutes = number(m.group(first + 1));
        int seconds = number(m.group(first + 2));
        if (hours > 24 || minutes > 59 || seconds > 60) {
            throw new DateTimeException("no such time");
        }
        return hours * 3600L + minutes * 60L + seconds;
    }

    private static Optional<ZoneId> zone(@Nullable String text) {
        String zone = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        if (zone.isEmpty() || zone.matches("Z|UT|UTC|GMT|WET")) {
            return Optional.of(ZoneOffset.UTC);
        }
        Integer hours = ZONE_HOURS.getOrDefault(zone, MORE_ZONE_HOURS.get(zone));
        if (hours != null) {
            return Optional.of(ZoneOffset.ofHours(hours));
        }
        String offset = zone.replaceFirst("^(GMT|UTC)\\s*", "").replace(":", "");
        if (!offset.matches("[+-]\\d{1,4}")) {
            // an unknown name: off by hours is better than off by days
            return offset.matches("[A-Z]+") ? Optional.of(ZoneOffset.UTC) : Optional.empty();
        }
        int value = Integer.parseInt(offset.substring(1));
        int minutes = offset.length() <= 3 ? value * 60 : value / 100 * 60 + value % 100;
        return Optional.of(ZoneOffset.ofTotalSeconds((offset.charAt(0) == '-' ? -minutes : minutes) * 60));
    }

    private static Optional<Integer> month(String name) {
        int index = MONTHS.indexOf(name.toLowerCase(Locale.ROOT));
        return index < 0 || index % 3 != 0 ? Optional.empty() : Optional.of(index / 3 + 1);
    }

    private static int year(String digits) {
        int year = number(digits);
        return digits.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
