@NullMarked
package news.platform.gateway.hot.encoding;

import org.jspecify.annotations.NullMarked;
