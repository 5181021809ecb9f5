package news.platform.error;

import io.grpc.Status;
import java.io.IOException;

/**
 * What gRPC says of a call whose connection broke is UNAVAILABLE, but UNKNOWN ("channel closed") where it broke at the moment
 * that the call was written. Only what this side found out itself has a cause: a callee's UNKNOWN has none.
 */
public final class LostConnection {
    private LostConnection() {}

    /** UNAVAILABLE for a connection that was lost, in any case; other statuses as they are. */
    public static Status read(Status status) {
        return status.getCode() == Status.Code.UNKNOWN && status.getCause() instanceof IOException
                ? Status.UNAVAILABLE.withDescription("the connection was lost").withCause(status.getCause())
                : status;
    }
}
