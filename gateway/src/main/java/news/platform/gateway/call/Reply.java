package news.platform.gateway.call;

import com.google.protobuf.Message;
import io.grpc.Metadata;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import news.platform.security.Audience;

/**
 * What a service answered.
 *
 * @param message the answer
 * @param headers what came with it
 */
public record Reply(Message message, Metadata headers) {

    private static final Pattern SUCCESS = Pattern.compile("2\\d\\d");
    private static final Pattern RAW = Pattern.compile("[24]\\d\\d");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,2048}");

    /** The services without which it was made. */
    public List<String> degraded() {
        var values = headers.getAll(CallHeaders.DEGRADED);
        return values == null
                ? List.of()
                : StreamSupport.stream(values.spliterator(), false)
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .distinct()
                        .toList();
    }

    /**
     * The status that the service chose, empty where it did not.
     *
     * @param raw whether the answer is bytes, which can be a refusal in words of its own; else it is among those of a success
     */
    public Optional<Integer> status(boolean raw) {
        return Optional.ofNullable(headers.get(CallHeaders.STATUS))
                .filter(text -> (raw ? RAW : SUCCESS).matcher(text).matches())
                .map(Integer::valueOf);
    }

    /** What a service may say of its answer in HTTP's own words: where it is, as what it is kept, since when it is so. */
    public Map<String, String> answerHeaders() {
        var said = new LinkedHashMap<String, String>();
        CallHeaders.ANSWER.forEach((name, key) -> Optional.ofNullable(headers.get(key))
                .filter(value -> PRINTABLE.matcher(value).matches())
                .ifPresent(value -> said.put(name, value)));
        return said;
    }

    /** Whether nobody may keep it. */
    public boolean noStore() {
        return noStore(headers);
    }

    static boolean noStore(Metadata headers) {
        return Objects.requireNonNullElse(headers.get(CallHeaders.CACHE_CONTROL), "")
                .contains("no-store");
    }

    /** For how long it may be kept, empty where the service does not say. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(headers.get(CallHeaders.MAX_AGE))
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** Whether it is the first answer to this Idempotency-Key once more. */
    public boolean replayed() {
        return Objects.equals(headers.get(CallHeaders.REPLAYED), "true");
    }

    /** For whom it is good, empty where the service does not say. */
    public Optional<Audience> audience() {
        return audience(headers);
    }

    static Optional<Audience> audience(Metadata headers) {
        return Audience.of(headers.get(CallHeaders.AUDIENCE));
    }
}
