/** What belongs together. */
@NullMarked
package news.platform.ranking.related;

import org.jspecify.annotations.NullMarked;
