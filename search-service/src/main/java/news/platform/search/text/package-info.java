/** Text as it is sought: what counts as the same, what words and beginnings it has. */
@NullMarked
package news.platform.search.text;

import org.jspecify.annotations.NullMarked;
