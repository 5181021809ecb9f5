/** Vendors of prices that tell by themselves, by WebSocket or gRPC. */
@NullMarked
package news.platform.thirdparty.price.vendor.stream;

import org.jspecify.annotations.NullMarked;
