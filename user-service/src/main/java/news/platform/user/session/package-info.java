/** Sessions: opening, refreshing, listing and ending them, and their refresh tokens. */
@NullMarked
package news.platform.user.session;

import org.jspecify.annotations.NullMarked;
