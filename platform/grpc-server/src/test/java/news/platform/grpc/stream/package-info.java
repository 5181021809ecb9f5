@NullMarked
package news.platform.grpc.stream;

import org.jspecify.annotations.NullMarked;
