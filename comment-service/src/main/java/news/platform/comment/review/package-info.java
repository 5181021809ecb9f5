/** Comments that wait for a moderator. */
@NullMarked
package news.platform.comment.review;

import org.jspecify.annotations.NullMarked;
