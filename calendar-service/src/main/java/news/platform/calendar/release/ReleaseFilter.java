package news.platform.calendar.release;

import java.time.Instant;
import java.util.List;

/**
 * Which releases.
 *
 * @param from the first moment
 * @param to the first moment behind it
 * @param countries none: all
 * @param minImportance 0: any
 */
public record ReleaseFilter(Instant from, Instant to, List<String> countries, int minImportance) {
    /** Later than anything. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public ReleaseFilter {
        countries = List.copyOf(countries);
    }
}
