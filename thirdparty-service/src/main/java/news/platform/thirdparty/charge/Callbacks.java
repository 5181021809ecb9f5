package news.platform.thirdparty.charge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.thirdparty.channel.RawCallback;
import news.platform.thirdparty.channel.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What channels told by themselves, verified, as it came. */
@Component
public final class Callbacks {
    private final JdbcClient jdbc;

    Callbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of one. */
    public enum Outcome {
        CHANGED,
        NOTHING,
        /** It came before its charge. */
        KEPT,
        MISMATCH;

        public static Outcome of(HearChannel.Heard heard) {
            return switch (heard) {
                case CHANGED -> CHANGED;
                case NOTHING -> NOTHING;
                case MISMATCH -> MISMATCH;
            };
        }
    }

    /** What became of this one when it came before; empty where it did not. */
    public Optional<Outcome> outcome(String channel, String eventId) {
        return jdbc.sql("select outcome from channel_event where channel = :channel and event_id = :event")
                .param("channel", channel)
                .param("event", eventId)
                .query((row, _) -> Outcome.valueOf(row.getString("outcome")))
                .optional();
    }

    /** Keeps it; one that is known stays as it is. */
    public void add(String channel, Told told, RawCallback callback, Outcome outcome, Instant now) {
        jdbc.sql("""
                        insert into channel_event (channel, event_id, reference, content_type, body, receive_time, outcome)
                        values (:channel, :event, :reference, :type, :body, :now, :outcome)
                        on conflict do nothing""")
                .param("channel", channel)
                .param("event", told.eventId())
                .param("reference", told.reference())
                .param("type", callback.contentType())
                .param("body", callback.body())
                .param("now", Instants.parameter(now))
                .param("outcome", outcome.name())
                .update();
    }

    /** Those that came before the charge of this reference, the earliest first. */
    List<Kept> kept(String channel, String reference) {
        return jdbc.sql("""
                        select event_id, content_type, body from channel_event
                         where channel = :channel and reference = :reference and outcome = 'KEPT'
                         order by receive_time, event_id""")
                .param("channel", channel)
                .param("reference", reference)
                .query((row, _) -> new Kept(
                        row.getString("event_id"),
                        RawCallback.kept(row.getString("content_type"), row.getBytes("body"))))
                .list();
    }

    void settle(String channel, String eventId, Outcome outcome) {
        jdbc.sql("""
                        update channel_event set outcome = :outcome
                         where channel = :channel and event_id = :event""")
                .param("outcome", outcome.name())
                .param("channel", channel)
                .param("event", eventId)
                .update();
    }

    /** One that waits for its charge. */
    record Kept(String eventId, RawCallback callback) {}
}
