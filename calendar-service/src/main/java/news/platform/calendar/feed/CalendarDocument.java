package news.platform.calendar.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import news.platform.calendar.release.Release;

/**
 * Releases as iCalendar (RFC 5545). A release is one event for good, by its UID; its SEQUENCE rises when it moves. One of which only the
 * day is known lasts all day.
 */
final class CalendarDocument {
    private static final String PRODUCT = "-//News platform//Economic calendar//EN";

    private CalendarDocument() {}

    /** {@code made}: when; calendars of one day have the same bytes while nothing changes. */
    static byte[] of(List<Release> releases, Instant made) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        releases.forEach(release -> calendar.add(event(release, made.truncatedTo(ChronoUnit.DAYS))));
        var out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter().output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static VEvent event(Release release, Instant made) {
        var event = new VEvent(false);
        event.add(new Uid(release.id() + "@calendar.news.platform"));
        event.add(new DtStamp(made));
        event.add(
                release.undecided()
                        ? new DtStart<LocalDate>(LocalDate.ofInstant(release.time(), ZoneOffset.UTC))
                        : new DtStart<Instant>(release.time()));
        event.add(new Sequence(release.move()));
        event.add(new Summary(title(release)));
        event.add(new Description(figures(release)));
        return event;
    }

    private static String title(Release release) {
        var name = release.indicator().name();
        return release.period().isEmpty() ? name : name + " (" + release.period() + ")";
    }

    private static String figures(Release release) {
        var figures = release.figures();
        return Stream.of(
                        "Country: " + release.indicator().country(),
                        "Importance: " + release.importance(),
                        line("Actual", figures.actual(), release),
                        line("Revised", figures.revised(), release),
                        line("Forecast", figures.forecast(), release),
                        line("Previous", figures.previous(), release))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, String figure, Release release) {
        return figure.isEmpty()
                ? ""
                : (name + ": " + figure + " " + release.indicator().unit()).strip();
    }
}
