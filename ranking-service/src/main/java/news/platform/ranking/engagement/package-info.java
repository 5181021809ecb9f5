/** What readers make of articles and lives: views, which are counted here, and what others have counted. */
@NullMarked
package news.platform.ranking.engagement;

import org.jspecify.annotations.NullMarked;
