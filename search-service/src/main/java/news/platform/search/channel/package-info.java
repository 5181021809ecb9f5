/** The sections of the news. */
@NullMarked
package news.platform.search.channel;

import org.jspecify.annotations.NullMarked;
