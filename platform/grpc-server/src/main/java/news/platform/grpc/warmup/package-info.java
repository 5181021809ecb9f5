/** A server calling itself before it says that it is ready. */
@NullMarked
package news.platform.grpc.warmup;

import org.jspecify.annotations.NullMarked;
