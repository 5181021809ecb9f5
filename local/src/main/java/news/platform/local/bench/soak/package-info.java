/** Full load for minutes: what grows. */
@NullMarked
package news.platform.local.bench.soak;

import org.jspecify.annotations.NullMarked;
