package news.platform.notification.settings;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A time of each day by the clocks of a zone: where they are put forward or back it is shorter or longer, as people's nights are.
 *
 * @param from later than {@code to} where it goes over midnight
 * @param to not included
 */
record QuietTime(LocalTime from, LocalTime to, ZoneId zone) {
    boolean cover(Instant time) {
        var clock = LocalTime.ofInstant(time, zone);
        boolean begun = !clock.isBefore(from);
        boolean over = !clock.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }
}
