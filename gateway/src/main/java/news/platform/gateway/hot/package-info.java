/** Answers from memory, in front of everything else, and what keeps that memory true. */
@NullMarked
package news.platform.gateway.hot;

import org.jspecify.annotations.NullMarked;
