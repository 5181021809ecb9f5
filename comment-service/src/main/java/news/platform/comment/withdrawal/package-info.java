/** What readers saw and do not see any more. */
@NullMarked
package news.platform.comment.withdrawal;

import org.jspecify.annotations.NullMarked;
