package news.platform.messaging;

import java.time.Instant;

/**
 * What came with an event. Events of one subject arrive in order, but a replayed dead letter or an event published anew may
 * come late: a consumer that keeps state of the subject stores {@link #version()} with it and writes only where the stored
 * one is smaller, in one statement:
 *
 * <pre>{@code INSERT INTO author (user_id, name, version) VALUES (:id, :name, :version)
 * ON CONFLICT (user_id) DO UPDATE SET name = :name, version = :version WHERE author.version < :version}</pre>
 *
 * @param eventId UUIDv7, the same each time this event is delivered
 * @param type the CloudEvents type, {@code news.content.article.published.v1}
 * @param subject the aggregate's id
 * @param version the aggregate's version, rising with each of its events
 * @param time when it was published
 */
public record EventContext(String eventId, String type, String subject, long version, Instant time) {}
