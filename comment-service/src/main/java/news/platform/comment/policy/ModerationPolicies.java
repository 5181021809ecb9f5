package news.platform.comment.policy;

import java.time.Instant;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How comments on targets are moderated, where it is not as usual. */
@Component
public final class ModerationPolicies {
    private final JdbcClient jdbc;

    ModerationPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How it is moderated. */
    public Mode mode(String target) {
        return find(target).map(ModerationPolicy::mode).orElse(Mode.POST);
    }

    Optional<ModerationPolicy> find(String target) {
        return jdbc.sql("select target, mode, version from moderation_policy where target = :target")
                .param("target", target)
                .query((row, _) -> new ModerationPolicy(
                        row.getString("target"), Mode.valueOf(row.getString("mode")), row.getLong("version")))
                .optional();
    }

    /** For a change, of one that is not there yet, too: nobody else changes one until the transaction ends. */
    ModerationPolicy lock(String target) {
        jdbc.sql("lock table moderation_policy in share row exclusive mode").update();
        return find(target).orElse(ModerationPolicy.usual(target));
    }

    void save(ModerationPolicy policy, Instant now) {
        jdbc.sql("""
                        insert into moderation_policy (target, mode, version, update_time) values (:target, :mode, :version, :now)
                        on conflict (target) do update
                           set mode = excluded.mode, version = excluded.version, update_time = excluded.update_time""")
                .param("target", policy.target())
                .param("mode", policy.mode().name())
                .param("version", policy.version())
                .param("now", Instants.parameter(now))
                .update();
    }
}
