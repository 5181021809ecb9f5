/** How comments on an article or a live are moderated. */
@NullMarked
package news.platform.comment.policy;

import org.jspecify.annotations.NullMarked;
