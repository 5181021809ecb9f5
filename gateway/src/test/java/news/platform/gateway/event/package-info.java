@NullMarked
package news.platform.gateway.event;

import org.jspecify.annotations.NullMarked;
