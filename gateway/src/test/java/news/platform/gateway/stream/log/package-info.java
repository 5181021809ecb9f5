@NullMarked
package news.platform.gateway.stream.log;

import org.jspecify.annotations.NullMarked;
