/** Clients that take their time, and what readers notice of them. */
@NullMarked
package news.platform.local.bench.slow;

import org.jspecify.annotations.NullMarked;
