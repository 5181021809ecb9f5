/** What clients say in the headers of a request: which of them the edge reads, and how. */
@NullMarked
package news.platform.gateway.request;

import org.jspecify.annotations.NullMarked;
