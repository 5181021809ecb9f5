/** What the standard methods on resources have in common: update masks, etags, batches. */
@NullMarked
package news.platform.grpc.resource;

import org.jspecify.annotations.NullMarked;
