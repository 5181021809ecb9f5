/** The one way from the edge to a service: a gRPC call, its headers and what becomes of its failure. */
@NullMarked
package news.platform.gateway.call;

import org.jspecify.annotations.NullMarked;
