/** What is ranked: articles and lives, as their owners tell. */
@NullMarked
package news.platform.ranking.item;

import org.jspecify.annotations.NullMarked;
