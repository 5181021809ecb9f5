/** What may be meant by the beginning of a question. */
@NullMarked
package news.platform.search.suggest;

import org.jspecify.annotations.NullMarked;
