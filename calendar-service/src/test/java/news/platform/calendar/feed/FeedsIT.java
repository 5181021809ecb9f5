package news.platform.calendar.feed;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import news.platform.calendar.CalendarServiceTest;
import news.platform.calendar.v1.CalendarFeedServiceGrpc;
import news.platform.calendar.v1.CreateCalendarFeedRequest;
import news.platform.calendar.v1.GetCalendarFeedRequest;
import news.platform.calendar.v1.GetCalendarRequest;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.ReleaseChange;
import news.platform.proto.Timestamps;
import org.junit.jupiter.api.Test;

class FeedsIT extends CalendarServiceTest {
    @Test
    void twoLibrariesReadTheSameEvents() throws IOException, ParserException {
        var release = created("2026-10", Duration.ofHours(2));
        changed(release, ReleaseChange.newBuilder().setReleaseTime(Timestamps.of(in(Duration.ofHours(3)))));
        var undecided = editor().createRelease(draft("2026-11", Duration.ofDays(30))
                        .setTimeUndecided(true)
                        .setName(
                                "A name that is long enough, with a comma; and more: so that it must be folded 消费者价格指数")
                        .build())
                .getRelease();

        var text = calendar();

        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        var event = event(text, release);
        assertThat(event.getSequence().getValue()).isOne();
        assertThat(event.getSummary().getValue()).isEqualTo("Consumer prices, all of them; yes (2026-10)");
        assertThat(event.getDateStart().getValue())
                .hasTime(in(Duration.ofHours(3)).toEpochMilli());
        assertThat(event.getDescription().getValue()).contains("Forecast: 2.1 %\n");
        assertThat(event(text, undecided).getDateStart().getValue().hasTime()).isFalse();
        assertThat(inIcal4j(text))
                .containsExactlyInAnyOrderElementsOf(Biweekly.parse(text).first().getEvents().stream()
                        .map(each ->
                                each.getUid().getValue() + each.getSummary().getValue())
                        .toList());
    }

    @Test
    void aUsersOwnCalendarHasWhatTheUserIsRemindedOfUntilTheNextAddressIsMade() {
        var release = created("2026-10", Duration.ofHours(2));
        var other = created("2026-11", Duration.ofHours(2));
        remind(ann, release, 30);

        var first = feeds(ann).createCalendarFeed(CreateCalendarFeedRequest.getDefaultInstance());

        assertThat(first.getPath()).isEqualTo("/api/v1/calendar/feeds/" + first.getSecret() + ".ics");
        assertThat(own(first.getSecret())).contains(release.getId()).doesNotContain(other.getId());
        var second = feeds(ann).createCalendarFeed(CreateCalendarFeedRequest.getDefaultInstance());
        assertRefused("FEED_NOT_FOUND", () -> own(first.getSecret()));
        assertThat(own(second.getSecret())).contains(release.getId());
        assertThat(jdbc.sql("select digest from calendar_feed")
                        .query(String.class)
                        .list())
                .doesNotContain(second.getSecret());
    }

    private String calendar() {
        return CalendarFeedServiceGrpc.newBlockingStub(callee.anonymous())
                .getCalendar(GetCalendarRequest.getDefaultInstance())
                .getCalendar()
                .getData()
                .toStringUtf8();
    }

    private String own(String secret) {
        return CalendarFeedServiceGrpc.newBlockingStub(callee.anonymous())
                .getCalendarFeed(
                        GetCalendarFeedRequest.newBuilder().setSecret(secret).build())
                .getCalendar()
                .getData()
                .toStringUtf8();
    }

    private static VEvent event(String text, Release release) {
        return Biweekly.parse(text).first().getEvents().stream()
                .filter(event -> event.getUid().getValue().startsWith(release.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> inIcal4j(String text) throws IOException, ParserException {
        return new CalendarBuilder()
                .build(new StringReader(text)).getComponents().stream()
                        .map(Component.class::cast)
                        .map(event -> event.getRequiredProperty(Property.UID).getValue()
                                + event.getRequiredProperty(Property.SUMMARY).getValue())
                        .toList();
    }
}
