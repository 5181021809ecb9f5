/** The home feed: editions of it, and what each reader gets of one. */
@NullMarked
package news.platform.ranking.feed;

import org.jspecify.annotations.NullMarked;
