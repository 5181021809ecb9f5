@NullMarked
package news.platform.gateway.connection;

import org.jspecify.annotations.NullMarked;
