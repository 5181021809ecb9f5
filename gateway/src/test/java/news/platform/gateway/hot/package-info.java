@NullMarked
package news.platform.gateway.hot;

import org.jspecify.annotations.NullMarked;
