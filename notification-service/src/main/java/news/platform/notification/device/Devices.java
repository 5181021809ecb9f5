package news.platform.notification.device;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices of all users. */
@Component
public final class Devices {
    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else changes the user's devices until the transaction ends. */
    void lock(String userId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:user, 0))")
                .param("user", userId)
                .query((_, _) -> userId)
                .single();
    }

    /** The token is this device's from now on, and the device has no other. */
    void put(Device device, Instant now) {
        jdbc.sql("delete from device where user_id = :user and device_id = :id and digest <> :digest")
                .param("user", device.userId())
                .param("id", device.id())
                .param("digest", device.digest())
                .update();
        jdbc.sql("""
                        insert into device (digest, user_id, device_id, platform, token, register_time)
                        values (:digest, :user, :id, :platform, :token, :now)
                        on conflict (digest) do update
                           set user_id = excluded.user_id,
                               device_id = excluded.device_id,
                               platform = excluded.platform,
                               register_time = excluded.register_time""")
                .param("digest", device.digest())
                .param("user", device.userId())
                .param("id", device.id())
                .param("platform", device.platform().name())
                .param("token", device.token())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Keeps only so many of the user's, those registered last. */
    void keepLatest(String userId, int limit) {
        jdbc.sql("""
                        delete from device
                         where user_id = :user
                           and digest not in (
                               select digest from device where user_id = :user
                                order by register_time desc, digest limit :limit)""").param("user", userId).param("limit", limit).update();
    }

    void remove(String userId, String deviceId) {
        jdbc.sql("delete from device where user_id = :user and device_id = :id")
                .param("user", userId)
                .param("id", deviceId)
                .update();
    }

    /** All of a user's go. */
    public void removeAll(String userId) {
        jdbc.sql("delete from device where user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Nobody is at these any more. */
    public void forget(Collection<String> digests) {
        jdbc.sql("delete from device where digest = any (:digests)")
                .param("digests", digests.toArray(String[]::new))
                .update();
    }

    /** The digests of the devices of those of these users who have any. */
    public Map<String, List<String>> of(Collection<String> userIds) {
        return jdbc
                .sql("select user_id, digest from device where user_id = any (:users) order by digest")
                .param("users", userIds.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("user_id"), row.getString("digest")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
