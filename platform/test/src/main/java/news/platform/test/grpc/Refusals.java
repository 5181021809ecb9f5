package news.platform.test.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Arrays;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;
import news.platform.error.FieldViolation;
import news.platform.error.v1.PlatformReason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts in one line that a call is refused, and as what. */
public final class Refusals {
    private Refusals() {}

    /** What the call is refused with, for a look at its parts. */
    public static ErrorDetails refusal(ThrowingCallable call) {
        var failure = catchThrowable(call);
        assertThat(failure).isInstanceOf(StatusRuntimeException.class);
        return ErrorStatuses.read(failure);
    }

    /** The call is refused for this reason and, where any are given, because of exactly these fields. */
    public static void assertRefused(String reason, ThrowingCallable call, String... fields) {
        assertThat(fields(refusal(call), fields)).isEqualTo(reason + Arrays.toString(fields));
    }

    /** The same, and with this code. */
    public static void assertRefused(Status.Code code, String reason, ThrowingCallable call, String... fields) {
        var refusal = refusal(call);
        assertThat(refusal.code() + " " + fields(refusal, fields))
                .isEqualTo(code + " " + reason + Arrays.toString(fields));
    }

    /** The call is refused because the rules of exactly these fields are broken. */
    public static void assertInvalid(ThrowingCallable call, String... fields) {
        assertRefused(Status.Code.INVALID_ARGUMENT, PlatformReason.INVALID_FIELD.name(), call, fields);
    }

    /** Reason and fields, these in order, as one text; without the fields where nobody wants to know. */
    private static String fields(ErrorDetails refusal, String... wanted) {
        var fields = refusal.violations().stream().map(FieldViolation::field);
        return refusal.reason() + (wanted.length == 0 ? "[]" : fields.toList().toString());
    }
}
