@NullMarked
package news.platform.grpc.resource;

import org.jspecify.annotations.NullMarked;
