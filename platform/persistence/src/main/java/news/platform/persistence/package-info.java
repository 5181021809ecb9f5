/** PostgreSQL with JdbcClient and Flyway: ids, times, page tokens, idempotency, rules of retention. */
@NullMarked
package news.platform.persistence;

import org.jspecify.annotations.NullMarked;
