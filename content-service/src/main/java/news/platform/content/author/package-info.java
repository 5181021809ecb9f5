/** Who may stand in a byline. */
@NullMarked
package news.platform.content.author;

import org.jspecify.annotations.NullMarked;
