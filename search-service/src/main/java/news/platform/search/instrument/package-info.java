/** What is traded, to be found and offered. */
@NullMarked
package news.platform.search.instrument;

import org.jspecify.annotations.NullMarked;
