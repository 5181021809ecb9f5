/** Calling a service by gRPC from the command line, as another service does. */
@NullMarked
package news.platform.local.grpc;

import org.jspecify.annotations.NullMarked;
