/** Finding published articles: by channel, author, instrument, tag and time, newest first. */
@NullMarked
package news.platform.content.listing;

import org.jspecify.annotations.NullMarked;
