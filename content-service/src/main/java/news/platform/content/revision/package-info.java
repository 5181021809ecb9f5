/** What was saved of articles, for editors to look back. */
@NullMarked
package news.platform.content.revision;

import org.jspecify.annotations.NullMarked;
