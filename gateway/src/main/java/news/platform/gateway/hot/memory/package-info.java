/** The answers kept, found by key and by what they show, and what was purged a moment ago. */
@NullMarked
package news.platform.gateway.hot.memory;

import org.jspecify.annotations.NullMarked;
