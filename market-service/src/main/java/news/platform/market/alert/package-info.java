/** What users want to hear of prices. */
@NullMarked
package news.platform.market.alert;

import org.jspecify.annotations.NullMarked;
