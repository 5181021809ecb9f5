/** The edge exercising its own paths before it says that it is ready. */
@NullMarked
package news.platform.gateway.hot.warmup;

import org.jspecify.annotations.NullMarked;
