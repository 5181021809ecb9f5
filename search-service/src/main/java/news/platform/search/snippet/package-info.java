/** What is shown of what was found. */
@NullMarked
package news.platform.search.snippet;

import org.jspecify.annotations.NullMarked;
