/** What editors say about what stands where. */
@NullMarked
package news.platform.ranking.editorial;

import org.jspecify.annotations.NullMarked;
