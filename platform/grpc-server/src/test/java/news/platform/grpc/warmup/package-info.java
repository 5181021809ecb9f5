@NullMarked
package news.platform.grpc.warmup;

import org.jspecify.annotations.NullMarked;
