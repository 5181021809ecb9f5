@NullMarked
package news.platform.gateway.hot.warmup;

import org.jspecify.annotations.NullMarked;
