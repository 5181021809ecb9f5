package news.platform.comment.audit;

import java.time.Clock;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what was decided, in the transaction that decides it; the database lets nobody change or remove a row. */
@Component
public final class AuditTrail {
    /** Who does what the service does by itself. */
    public static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an entry.
     *
     * @param actor the user's id, or {@link #SYSTEM}
     * @param subject what it is about: a comment's or a user's id, a category, a target
     * @param detail what else is worth knowing, for people
     */
    public void add(String actor, Action action, String subject, String detail) {
        jdbc.sql("""
                        insert into audit_entry (create_time, actor, action, subject, detail)
                        values (:now, :actor, :action, :subject, :detail)""")
                .param("now", Instants.parameter(clock.instant()))
                .param("actor", actor)
                .param("action", action.name())
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }

    /** What can be decided. */
    public enum Action {
        /** A comment was held back for a moderator. */
        HELD,
        /** One that was held back was shown, since the reason for it is gone. */
        RELEASED,
        /** One was rejected by what it says. */
        SCREENED_OUT,
        /** A moderator took one on. */
        CLAIMED,
        /** A moderator had one shown. */
        APPROVED,
        /** A moderator had one hidden. */
        REJECTED,
        /** Its author asked for another look. */
        APPEALED,
        /** A user may not write for a while. */
        BANNED,
        /** A word list was changed. */
        WORD_LIST_CHANGED,
        /** A target is moderated in another way. */
        POLICY_CHANGED
    }
}
