/** Load on the gateway beside nginx, measured alike. */
@NullMarked
package news.platform.local.bench;

import org.jspecify.annotations.NullMarked;
