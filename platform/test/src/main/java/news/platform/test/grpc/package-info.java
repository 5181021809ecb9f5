/** The other ends of gRPC: services that stand in for neighbours, and what callers are refused with. */
@NullMarked
package news.platform.test.grpc;

import org.jspecify.annotations.NullMarked;
