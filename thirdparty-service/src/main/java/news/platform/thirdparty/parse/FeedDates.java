package news.platform.thirdparty.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates as feeds write them: RFC 822 and its variants, W3CDTF, asctime, Chinese. Where no zone is given, UTC. */
public final class FeedDates {
    private static final int MAX_LENGTH = 80;
    private static final int MAX_READ = 500;
    private static final String TIME =
            "(?:[T\\s,]*(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d{1,9})?)?)?" + "(?:\\s*([ap])\\.?m\\b\\.?)?)?";
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

    /** Names of one meaning, or of one that news is likely to mean: CST is America's, IST India's, BST Britain's. */
    private static final Map<String, String> ZONES = zones("""
            -10 HST, -09 AKST, -08 AKDT PST, -07 PDT MST, -06 MDT CST, -05 CDT EST COT PET, -04 EDT AST CLT BOT,
            -03:30 NST, -03 ADT ART BRT CLST UYT, -02:30 NDT, -02 BRST, -01 AZOT,
            +00 Z UT UTC GMT WET AZOST, +01 BST CET MEZ MET WAT WEST, +02 CEST MESZ MEST CAT EET SAST,
            +03 EEST MSK EAT TRT, +03:30 IRST, +04 GST SAMT, +04:30 AFT, +05 PKT UZT YEKT, +05:30 IST SLST,
            +05:45 NPT, +06 BDT, +06:30 MMT, +07 ICT WIB, +08 HKT SGT AWST MYT PHT PHST WITA, +09 JST KST WIT,
            +09:30 ACST, +10 AEST CHST, +10:30 ACDT, +11 AEDT, +12 NZST FJT, +13 NZDT,
            America/New_York ET, America/Chicago CT, America/Denver MT, America/Los_Angeles PT""");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private FeedDates() {}

    /** The instant; empty for what cannot be understood. */
    public static Optional<Instant> parse(String text) {
        if (text.length() > MAX_READ) {
            return Optional.empty();
        }
        String date = chinese(text.strip().replaceAll("\\s+", " "))
                .replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)(?!\\d)", "$1-$2-$3");
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

    /** 下午9时05分 as 9:05 pm. */
    private static String chinese(String date) {
        return date.replaceFirst("(\\d{1,2})[时時点點](?:(\\d{1,2})分)?(?:(\\d{1,2})秒)?", "$1:$2:$3")
                .replaceFirst(":(?=:|$|\\s)", ":00")
                .replaceFirst(":$", "")
                .replaceFirst("(?:上午|早上|凌晨)\\s*([\\d:]+)", "$1 am")
                .replaceFirst("(?:下午|晚上|中午)\\s*([\\d:]+)", "$1 pm");
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
        long seconds = time(m, firstOfTime);
        String half = m.group(firstOfTime + 3);
        return instant(day, half == null ? seconds : halfDay(seconds, half), m.group(firstOfTime + 4));
    }

    /** 12 AM is midnight, 12 PM noon, and 13:05 PM five past one in the afternoon all the same. */
    private static long halfDay(long seconds, String half) {
        if (seconds >= 13 * 3600) {
            return seconds;
        }
        long sinceTwelve = seconds % (12 * 3600);
        return half.equalsIgnoreCase("p") ? sinceTwelve + 12 * 3600 : sinceTwelve;
    }

    private static Optional<Instant> instant(LocalDate day, long seconds, @Nullable String zone) {
        if (day.getYear() < 1) {
            throw new DateTimeException("no such year");
        }
        var local = LocalDateTime.of(day, LocalTime.MIDNIGHT).plusSeconds(seconds);
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
        if (zone.isEmpty()) {
            return Optional.of(ZoneOffset.UTC);
        }
        String known = ZONES.get(zone);
        if (known != null) {
            return Optional.of(ZoneId.of(known));
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

    private static Map<String, String> zones(String table) {
        var zones = new HashMap<String, String>();
        for (String line : table.strip().split(",\\s+")) {
            String[] words = line.split(" ");
            Stream.of(words).skip(1).forEach(name -> zones.put(name, words[0]));
        }
        return Map.copyOf(zones);
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
