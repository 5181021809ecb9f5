package news.platform.persistence.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes what people and the service decided, in the transaction that decides it, in the service's table {@code audit_entry},
 * whose triggers let nobody change or remove a row.
 */
public final class AuditTrail {
    /** Who does what the service does by itself. */
    public static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Pages pages;

    AuditTrail(JdbcClient jdbc, Clock clock, Pages pages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * Adds an entry.
     *
     * @param actor the user's id, or {@link #SYSTEM}
     * @param subject what it is about: something's id, a category, a target
     * @param detail what else is worth knowing, for people
     */
    public void add(String actor, Enum<?> action, String subject, String detail) {
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

    /** What the latest entry about the subject says besides; empty where there is none. */
    public Optional<String> latestDetail(String subject) {
        return before(Long.MAX_VALUE, subject, 1).stream()
                .map(AuditEntry::detail)
                .findFirst();
    }

    /** What was done about the subject, or all where it is empty; latest first. */
    public Page<AuditEntry> page(String subject, PageRequest page) {
        return pages.byNumber(
                PageScope.of("audit").with("subject", subject),
                page,
                AuditEntry::id,
                (place, limit) -> before(place.orElse(Long.MAX_VALUE), subject, limit));
    }

    private List<AuditEntry> before(long id, String subject, int limit) {
        return jdbc.sql("select id, create_time, actor, action, subject, detail from audit_entry where id < :id"
                        + (subject.isEmpty() ? "" : " and subject = :subject") + " order by id desc limit :limit")
                .params(
                        subject.isEmpty()
                                ? Map.of("id", id, "limit", limit)
                                : Map.of("id", id, "limit", limit, "subject", subject))
                .query((row, _) -> new AuditEntry(
                        row.getLong("id"),
                        Instants.of(row, "create_time"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }
}
