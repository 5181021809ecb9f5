package news.platform.benchmarks.push;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import news.platform.local.console.Complaint;
import news.platform.local.up.RunningPlatform;

/** Devices of the benchmark's own in notification-service's database, one for each made-up user; they go with it. */
final class PushDevices implements AutoCloseable {
    private static final String REGISTER = """
            insert into device (digest, user_id, device_id, platform, token, register_time)
            select encode(sha256(token::bytea), 'hex'), 'bench-push-' || number, 'phone', 'ANDROID', token, now()
              from (select to_char(number, 'FM0000000') as number, 'bench-push-token-' || number as token
                      from generate_series(1, ?) as number) made
            on conflict do nothing""";

    private static final String TOLD = """
            select story.id,
                   (select count(*) from notification
                     where notification.story_id = story.id and notification.user_id like 'bench-push-%'),
                   (select count(*) from push
                     where push.story_id = story.id and push.outcome is null)
              from story where story.subject = ?""";

    private static final String[] FORGET = {
        "delete from push using device where device.digest = push.device and device.user_id like 'bench-push-%'",
        "delete from notification where user_id like 'bench-push-%'",
        "delete from push_day where user_id like 'bench-push-%'",
        "delete from device where user_id like 'bench-push-%'"
    };

    private final Connection connection;

    private PushDevices(Connection connection) {
        this.connection = connection;
    }

    static PushDevices register(RunningPlatform platform, int devices) {
        try {
            PushDevices made = new PushDevices(platform.database("notification"));
            made.forget();
            try (PreparedStatement statement = made.connection.prepareStatement(REGISTER)) {
                statement.setInt(1, devices);
                statement.executeUpdate();
            }
            return made;
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** How far the story of a subject has come. */
    Told told(String subject) {
        try (PreparedStatement statement = connection.prepareStatement(TOLD)) {
            statement.setString(1, subject);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? new Told(rows.getString(1), rows.getInt(2), rows.getInt(3)) : new Told("", 0, 0);
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * Of one story.
     *
     * @param storyId empty as long as there is none
     * @param notified users who find it in their list
     * @param waiting pushes that have not ended
     */
    record Told(String storyId, int notified, int waiting) {
        boolean isAll(int devices) {
            return notified == devices && waiting == 0;
        }
    }

    @Override
    public void close() {
        try (connection) {
            forget();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private void forget() throws SQLException {
        for (String sql : FORGET) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.executeUpdate();
            }
        }
    }

    private static Complaint refused(SQLException e) {
        return new Complaint("PostgreSQL refused: " + e.getMessage(), e);
    }
}
