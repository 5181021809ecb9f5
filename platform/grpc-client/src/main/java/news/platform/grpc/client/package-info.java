/** What every outgoing call has: deadline, bulkhead, breaker, retry within a budget, the caller's token. */
@NullMarked
package news.platform.grpc.client;

import org.jspecify.annotations.NullMarked;
