/** Rights: what is open to a user, as far as a token says it. */
@NullMarked
package news.platform.user.right;

import org.jspecify.annotations.NullMarked;
