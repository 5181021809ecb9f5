@NullMarked
package news.platform.gateway.tracing;

import org.jspecify.annotations.NullMarked;
