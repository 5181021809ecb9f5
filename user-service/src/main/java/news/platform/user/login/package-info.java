/** Who wants to log in, and how often they may try. */
@NullMarked
package news.platform.user.login;

import org.jspecify.annotations.NullMarked;
