/** What can be commented on: articles and lives, as their owners tell. */
@NullMarked
package news.platform.comment.targets;

import org.jspecify.annotations.NullMarked;
