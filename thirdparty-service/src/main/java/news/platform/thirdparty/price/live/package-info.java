/** The vendors of prices that are configured, each asked by one replica. */
@NullMarked
package news.platform.thirdparty.price.live;

import org.jspecify.annotations.NullMarked;
