package news.platform.comment.targets;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the owners of articles and lives have told of them. */
@Component
final class Targets {
    /** Whether there is something to say about it still. */
    enum State {
        OPEN,
        RECALLED
    }

    private final JdbcClient jdbc;

    Targets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where nothing was told of it. */
    Optional<State> find(Target target) {
        return jdbc.sql("select state from target where target = :target")
                .param("target", target.toString())
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }

    /** Writes what was told, unless something later is known. */
    void told(Target target, State state, long version) {
        jdbc.sql("""
                        insert into target (target, state, version) values (:target, :state, :version)
                        on conflict (target) do update set state = excluded.state, version = excluded.version
                         where target.version < excluded.version""")
                .param("target", target.toString())
                .param("state", state.name())
                .param("version", version)
                .update();
    }
}
