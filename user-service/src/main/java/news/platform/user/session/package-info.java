/** Sessions: logging in and its throttling, refresh tokens and their rotation, logging out. */
@NullMarked
package news.platform.user.session;

import org.jspecify.annotations.NullMarked;
