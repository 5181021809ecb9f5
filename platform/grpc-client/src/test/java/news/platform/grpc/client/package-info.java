@NullMarked
package news.platform.grpc.client;

import org.jspecify.annotations.NullMarked;
