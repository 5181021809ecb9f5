/** How many comments, replies and likes there are, and who is told. */
@NullMarked
package news.platform.comment.count;

import org.jspecify.annotations.NullMarked;
