/** What can be commented on: articles and lives, as their owners tell. */
@NullMarked
package news.platform.comment.target;

import org.jspecify.annotations.NullMarked;
