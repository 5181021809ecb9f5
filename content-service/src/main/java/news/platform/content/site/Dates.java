package news.platform.content.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as documents for readers write them: whole seconds, UTC. */
public final class Dates {
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private Dates() {}

    /** RFC 822 with a year of four digits, as RSS wants it: {@code Fri, 27 Nov 2026 02:05:09 GMT}. */
    public static String rfc822(Instant time) {
        return RFC_822.format(time.atOffset(ZoneOffset.UTC));
    }

    /** RFC 3339, as Atom, JSON Feed and sitemaps want it: {@code 2026-11-27T02:05:09Z}. */
    public static String rfc3339(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
