/** The edge of the platform: REST and server-sent events outside, gRPC inside, all of it derived from the contracts. */
@NullMarked
package news.platform.gateway;

import org.jspecify.annotations.NullMarked;
