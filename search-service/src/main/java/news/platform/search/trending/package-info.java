/** What many readers ask at present. */
@NullMarked
package news.platform.search.trending;

import org.jspecify.annotations.NullMarked;
