/** What one source says goes to all subscribers of a streaming method. */
@NullMarked
package news.platform.grpc.stream;

import org.jspecify.annotations.NullMarked;
