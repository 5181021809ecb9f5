package news.platform.notification.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.platform.livenews.v1.Live;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.NotificationSettings;
import news.platform.notification.v1.QuietHours;
import news.platform.thirdparty.v1.OutgoingMessage;
import org.junit.jupiter.api.Test;

/** Users in twelve zones, some of which put their clocks back that night; the clock is moved hour by hour. */
class QuietAndCappedIT extends NotificationServiceTest {
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Sydney",
            "Pacific/Auckland",
            "Europe/London",
            "Europe/Berlin",
            "Africa/Lagos",
            "America/New_York",
            "America/Los_Angeles",
            "America/Sao_Paulo");

    /** Of those nights on which clocks in Europe are put back: so many hours from before one until after it. */
    private static final Instant EVENING = Instant.parse("2027-10-30T12:10:00Z");

    private static final int HOURS = 26;

    private final Map<String, String> users = new HashMap<>();

    @Test
    void staysQuietByTheClocksOfEachZoneOverTheChange() {
        var lives = tellEachHour(100, 3);

        for (var zone : ZONES) {
            var expected = lives.entrySet().stream()
                    .filter(live -> isAwake(live.getValue(), zone))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(pushedTo(zone)).as(zone).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(inList(zone)).as(zone).isEqualTo(HOURS);
        }
    }

    @Test
    void leavesOutTheLeastImportantFirst() {
        var lives = tellEachHour(3, 2);

        for (var zone : ZONES) {
            var days = new HashMap<Object, Integer>();
            var expected = new ArrayList<String>();
            lives.forEach((live, time) -> {
                var day = time.atZone(ZoneId.of(zone)).toLocalDate();
                // two of three for what matters 2
                if (isAwake(time, zone) && days.merge(day, 1, Integer::sum) <= 2) {
                    expected.add(live);
                }
            });
            assertThat(pushedTo(zone)).as(zone).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(inList(zone)).as(zone).isEqualTo(HOURS);
        }
        // the third is kept for what matters 3: whoever is awake and has had two gets it
        var before = pushed.size();
        var breaking = tell(3);
        var awake = ZONES.stream().filter(zone -> isAwake(now(), zone)).toList();
        assertThat(pushed.size() - before).isEqualTo(awake.size());
        assertThat(awake).isNotEmpty();
        assertThat(pushed.getLast().getLink()).isEqualTo("/lives/" + breaking.getId());
    }

    /** The lives in order, each with the moment at which it was told. */
    private Map<String, Instant> tellEachHour(int cap, int importance) {
        for (var zone : ZONES) {
            var user = newUser();
            users.put(zone, user);
            register(user, "phone", zone);
            follows(user, "symbols", "AAPL");
            set(
                    user,
                    NotificationSettings.newBuilder()
                            .setDailyCap(cap)
                            .setQuietHours(QuietHours.newBuilder()
                                    .setFrom("22:00")
                                    .setTo("07:00")
                                    .setTimeZone(zone)));
        }
        var lives = new LinkedHashMap<String, Instant>();
        for (int hour = 0; hour < HOURS; hour++) {
            clock.advance(Duration.between(now(), EVENING.plus(Duration.ofHours(hour))));
            var time = now();
            lives.put("/lives/" + tell(importance).getId(), time);
        }
        return lives;
    }

    private Live tell(int importance) {
        var live = publish(live(importance).addSymbols("AAPL"));
        await().until(() -> jdbc.sql("""
                                select count(*) from notification join story on story.id = notification.story_id
                                 where story.subject = :subject""")
                        .param("subject", "lives/" + live.getId())
                        .query(Long.class)
                        .single()
                == ZONES.size());
        awaitQuiet();
        return live;
    }

    private static boolean isAwake(Instant time, String zone) {
        int hour = ZonedDateTime.ofInstant(time, ZoneId.of(zone)).getHour();
        return hour >= 7 && hour < 22;
    }

    private List<String> pushedTo(String zone) {
        return pushed.stream()
                .filter(message -> message.getDevice().getToken().equals(zone))
                .map(OutgoingMessage::getLink)
                .collect(Collectors.toList());
    }

    private long inList(String zone) {
        return jdbc.sql("select count(*) from notification where user_id = :user")
                .param("user", users.get(zone))
                .query(Long.class)
                .single();
    }
}
