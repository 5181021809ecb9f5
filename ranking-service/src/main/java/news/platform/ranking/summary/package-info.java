/** Articles, lives and channels as their owners show them. */
@NullMarked
package news.platform.ranking.summary;

import org.jspecify.annotations.NullMarked;
