@NullMarked
package news.platform.gateway.guard;

import org.jspecify.annotations.NullMarked;
