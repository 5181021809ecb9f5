package news.platform.persistence.audit;

import java.time.Instant;

/** What was done, as {@link AuditTrail#add} says it; ids rise with time. */
public record AuditEntry(long id, Instant createTime, String actor, String action, String subject, String detail) {}
