package news.platform.policy;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.Duration;
import news.platform.edge.v1.WaitPolicy;

/**
 * How long a call waits on purpose.
 *
 * @param field the request's field that says it, a number of seconds or a duration; empty: always the longest
 * @param max the longest wait, more than zero, at most a minute
 */
public record Waits(String field, Duration max) {
    /** What a call may take beyond its wait. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    public Waits {
        Checks.require(max.isPositive() && max.compareTo(LONGEST) <= 0, "waits.max", max, "> 0s, <= 1m");
    }

    static Waits of(WaitPolicy policy) {
        return new Waits(policy.getField(), Durations.of(policy.getMax()));
    }

    /** The longest that this request may take. */
    public Duration deadline(Message request) {
        Duration wait = field.isEmpty() ? max : asked(request);
        return (wait.compareTo(max) > 0 ? max : wait).plus(GRACE);
    }

    private Duration asked(Message request) {
        FieldDescriptor known = request.getDescriptorForType().findFieldByName(field);
        Duration asked = request.getField(known) instanceof Number seconds
                ? Duration.ofSeconds(seconds.longValue())
                : Durations.of((com.google.protobuf.Duration) request.getField(known));
        return asked.isNegative() ? Duration.ZERO : asked;
    }
}
