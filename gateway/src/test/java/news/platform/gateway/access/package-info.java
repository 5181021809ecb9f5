@NullMarked
package news.platform.gateway.access;

import org.jspecify.annotations.NullMarked;
