/** Finding in an index that each replica has of its own. */
@NullMarked
package news.platform.search.lucene;

import org.jspecify.annotations.NullMarked;
