/** What every gRPC server does: access, validation, errors, call metadata, virtual threads. */
@NullMarked
package news.platform.grpc.server;

import org.jspecify.annotations.NullMarked;
