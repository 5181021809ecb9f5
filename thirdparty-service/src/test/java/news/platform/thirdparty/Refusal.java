package news.platform.thirdparty;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;

/** How a call was refused. */
public record Refusal(Status.Code code, String reason) {
    public static Refusal of(Runnable call) {
        ErrorDetails details = ErrorStatuses.read(catchThrowable(call::run));
        return new Refusal(details.code(), details.reason());
    }
}
