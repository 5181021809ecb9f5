/** What readers write into the search field. */
@NullMarked
package news.platform.search.question;

import org.jspecify.annotations.NullMarked;
