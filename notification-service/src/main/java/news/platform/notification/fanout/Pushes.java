package news.platform.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.platform.notification.device.Platform;
import news.platform.notification.story.Kind;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is pushed to which device, and what became of it. */
@Component
final class Pushes {
    private final JdbcClient jdbc;

    Pushes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Devices to which the story was pushed, or will be, are left out. */
    void add(String storyId, String chunk, List<String> devices, Instant now) {
        jdbc.sql("""
                        insert into push (story_id, device, chunk, create_time)
                        select :story, device, :chunk, :now from unnest(:devices) as device order by device
                        on conflict (story_id, device) do nothing""")
                .param("story", storyId)
                .param("chunk", chunk)
                .param("devices", devices.toArray(String[]::new))
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Those that are to be sent still, to devices that are there still, of stories that were not withdrawn. */
    List<Push> waiting(String chunk) {
        return jdbc.sql("""
                        select push.story_id, push.device, device.platform, device.token,
                               story.kind, story.title, story.body,
                               coalesce(story.link, '/' || story.subject) as link, story.publish_time
                          from push
                          join device on device.digest = push.device
                          join story on story.id = push.story_id and not story.withdrawn
                         where push.chunk = :chunk and push.outcome is null
                         order by push.device""")
                .param("chunk", chunk)
                .query((row, _) -> new Push(
                        row.getString("story_id"),
                        row.getString("device"),
                        Platform.valueOf(row.getString("platform")),
                        row.getString("token"),
                        Kind.valueOf(row.getString("kind")),
                        new Text(row.getString("title"), row.getString("body"), row.getString("link")),
                        Instants.of(row, "publish_time")))
                .list();
    }

    /** Each has ended so. */
    void end(List<Sent> sent) {
        jdbc.sql("""
                        update push set outcome = ended.outcome
                          from unnest(:stories, :devices, :outcomes) as ended (story_id, device, outcome)
                         where push.story_id = ended.story_id and push.device = ended.device""")
                .param("stories", sent.stream().map(one -> one.push().storyId()).toArray(String[]::new))
                .param("devices", sent.stream().map(one -> one.push().device()).toArray(String[]::new))
                .param(
                        "outcomes",
                        sent.stream().map(one -> one.outcome().name()).toArray(String[]::new))
                .update();
    }

    /**
     * One story for one device.
     *
     * @param device its digest
     */
    record Push(
            String storyId, String device, Platform platform, String token, Kind kind, Text text, Instant publishTime) {
        /** By what it is known wherever it goes. */
        String id() {
            return storyId + "/" + device;
        }
    }

    /** What is shown. */
    record Text(String title, String body, String link) {}

    /**
     * What became of a push.
     *
     * @param retryAfter with RETRY: how long to wait at least
     */
    record Sent(Push push, Outcome outcome, Duration retryAfter) {
        boolean is(Outcome other) {
            return outcome == other;
        }
    }

    /** How an attempt ends. */
    enum Outcome {
        ACCEPTED,
        DEAD,
        REFUSED,
        EXPIRED,
        /** It has not ended. */
        RETRY
    }
}
