/** What can be found, as each replica keeps it on its own disk. */
@NullMarked
package news.platform.search.index;

import org.jspecify.annotations.NullMarked;
