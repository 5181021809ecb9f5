/** A key makes a request count once, and repeats its answer. */
@NullMarked
package news.platform.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
