/** The embedded PostgreSQL and the broker's data: what must survive. */
@NullMarked
package news.platform.local.store;

import org.jspecify.annotations.NullMarked;
