/** How passwords are hashed, and how many at once. */
@NullMarked
package news.platform.user.password;

import org.jspecify.annotations.NullMarked;
