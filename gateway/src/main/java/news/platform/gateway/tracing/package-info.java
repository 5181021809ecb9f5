/** Whose word counts on whether a request is traced. */
@NullMarked
package news.platform.gateway.tracing;

import org.jspecify.annotations.NullMarked;
