/** What moderators do, and what readers have to say about it. */
@NullMarked
package news.platform.comment.moderation;

import org.jspecify.annotations.NullMarked;
