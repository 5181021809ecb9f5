package news.platform.notification.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import news.platform.calendar.v1.RemindersDue;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Story;
import news.platform.proto.Timestamps;
import news.platform.text.Lines;

/** Releases to come as stories for those who asked. */
final class ReminderProtos {
    private static final int MAX_TITLE = 200;
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ReminderProtos() {}

    static Story story(String id, RemindersDue due, String userId, Instant time) {
        var release = due.getRelease();
        return new Story(
                id,
                "releases/%s/reminders/%d/%d/%s"
                        .formatted(release.getId(), due.getMove(), due.getLeadMinutes(), userId),
                "/calendar/events",
                Kind.ALERTS,
                release.getImportance(),
                Lines.cut(Lines.of(release.getName()), MAX_TITLE),
                "Comes on " + DAY_AND_TIME.format(Timestamps.instant(release.getReleaseTime())) + "."
                        + (release.getForecast().isEmpty() ? "" : " Expected: " + release.getForecast() + "."),
                List.of(Story.user(userId)),
                time);
    }
}
