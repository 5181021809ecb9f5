@NullMarked
package news.platform.gateway.hot.memory;

import org.jspecify.annotations.NullMarked;
