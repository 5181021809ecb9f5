/** Keyset lists: a page from its request to the token of the next. */
@NullMarked
package news.platform.persistence.page;

import org.jspecify.annotations.NullMarked;
