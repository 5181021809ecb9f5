/** The search service: finds articles and lives, in Chinese and English. */
@NullMarked
package news.platform.search;

import org.jspecify.annotations.NullMarked;
