/** How soon a started gateway is ready and fast. */
@NullMarked
package news.platform.local.bench.warmup;

import org.jspecify.annotations.NullMarked;
