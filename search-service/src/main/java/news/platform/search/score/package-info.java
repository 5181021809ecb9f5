/** What a score is made of beyond what stands in the texts: how rare words are. */
@NullMarked
package news.platform.search.score;

import org.jspecify.annotations.NullMarked;
