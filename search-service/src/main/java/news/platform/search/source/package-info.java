/** Where what can be found comes from: events, and the owners of what they tell of. */
@NullMarked
package news.platform.search.source;

import org.jspecify.annotations.NullMarked;
