@NullMarked
package news.platform.gateway.header;

import org.jspecify.annotations.NullMarked;
