/** The titles of what users keep, as other services tell them. */
@NullMarked
package news.platform.user.title;

import org.jspecify.annotations.NullMarked;
