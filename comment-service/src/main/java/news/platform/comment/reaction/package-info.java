/** Who likes what. */
@NullMarked
package news.platform.comment.reaction;

import org.jspecify.annotations.NullMarked;
