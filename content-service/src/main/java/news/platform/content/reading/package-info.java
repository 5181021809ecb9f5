/** What readers get: lists by channel, author, instrument, tag and time, and one article, as much of it as they may see. */
@NullMarked
package news.platform.content.reading;

import org.jspecify.annotations.NullMarked;
