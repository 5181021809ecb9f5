@NullMarked
package news.platform.grpc.server;

import org.jspecify.annotations.NullMarked;
