package news.platform.gateway.call;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.util.concurrent.TimeUnit;
import news.platform.edge.v1.Fallback;
import news.platform.error.ErrorStatuses;
import news.platform.gateway.contract.Method;

/**
 * Calls a service and waits. Deadline, bulkhead, breaker and retries are the callee's (platform-grpc-client); the empty
 * fallback is here. Thread-safe; meant for virtual threads.
 */
public final class Calls {

    private static final int UNAVAILABLE = 503;

    private final Callees callees;

    Calls(Callees callees) {
        this.callees = callees;
    }

    /**
     * @throws StatusRuntimeException when the service refuses or cannot be had and there is no fallback
     */
    public Reply call(Method method, Message request, Metadata headers) {
        var exchange = new HeaderExchange(headers);
        var channel = ClientInterceptors.intercept(callees.of(method), exchange);
        try {
            var answer = ClientCalls.blockingUnaryCall(channel, method.grpc(), options(method, request), request);
            return new Reply(answer, exchange.received());
        } catch (StatusRuntimeException e) {
            if (method.policy().fallback() == Fallback.FALLBACK_EMPTY && isDown(e)) {
                return empty(method);
            }
            throw e;
        }
    }

    private static CallOptions options(Method method, Message request) {
        return method.policy()
                .waits()
                .map(waits -> waits.deadline(request).toNanos())
                .map(nanos -> CallOptions.DEFAULT.withDeadlineAfter(nanos, TimeUnit.NANOSECONDS))
                .orElse(CallOptions.DEFAULT);
    }

    /** Whether the service could not be had, as against what it refuses. */
    static boolean isDown(StatusRuntimeException e) {
        return ErrorStatuses.read(e).httpStatus() == UNAVAILABLE;
    }

    private static Reply empty(Method method) {
        var headers = new Metadata();
        headers.put(CallHeaders.DEGRADED, method.callee() + "-service");
        headers.put(CallHeaders.CACHE_CONTROL, "no-store");
        return new Reply(method.response(), headers);
    }
}
