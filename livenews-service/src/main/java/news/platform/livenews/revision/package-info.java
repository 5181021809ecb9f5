/** What was saved of lives, for editors to look back. */
@NullMarked
package news.platform.livenews.revision;

import org.jspecify.annotations.NullMarked;
