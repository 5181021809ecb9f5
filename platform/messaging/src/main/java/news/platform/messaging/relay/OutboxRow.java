package news.platform.messaging.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventContext;
import news.platform.persistence.Instants;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits to be sent.
 *
 * @param behind whether an earlier event of its subject is a dead letter, so that it may not be sent before that is settled
 */
record OutboxRow(
        long id, String topic, CloudEvent event, @Nullable String traceparent, boolean behind) {
    static OutboxRow of(ResultSet row) throws SQLException {
        var context = new EventContext(
                row.getString("event_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getLong("version"),
                Instants.of(row, "create_time"));
        return new OutboxRow(
                row.getLong("id"),
                row.getString("topic"),
                new CloudEvent(context, row.getBytes("payload")),
                row.getString("traceparent"),
                row.getBoolean("behind"));
    }

    /** Rows with the same key are sent one after the other. */
    String key() {
        return topic + " " + event.context().subject();
    }
}
