@NullMarked
package news.platform.gateway.stream.latest;

import org.jspecify.annotations.NullMarked;
