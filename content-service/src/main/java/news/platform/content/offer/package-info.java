/** Offers: what would open a premium article to who has no right to it. */
@NullMarked
package news.platform.content.offer;

import org.jspecify.annotations.NullMarked;
