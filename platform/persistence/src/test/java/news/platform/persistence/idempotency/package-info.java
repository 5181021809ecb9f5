@NullMarked
package news.platform.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
