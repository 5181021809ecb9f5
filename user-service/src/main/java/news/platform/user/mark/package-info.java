/** What users keep on lists of their own: bookmarks and follows. */
@NullMarked
package news.platform.user.mark;

import org.jspecify.annotations.NullMarked;
