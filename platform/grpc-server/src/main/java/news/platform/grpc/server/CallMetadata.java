package news.platform.grpc.server;

import io.grpc.Metadata;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import news.platform.security.Audience;

/**
 * What came with the current call besides its message, and what goes with its answer. Outside a call nothing is there to
 * be read, and what is told is dropped. What is told before the first message goes into the answer's headers, later or
 * with a failure into its trailers.
 */
public final class CallMetadata {
    private static final Metadata.Key<String> CACHE_CONTROL = CallState.key("cache-control");
    private static final Metadata.Key<String> MAX_AGE = CallState.key("x-max-age");
    private static final Metadata.Key<String> IDEMPOTENT_REPLAYED = CallState.key("idempotent-replayed");
    private static final Metadata.Key<String> STATUS = CallState.key("x-http-status");
    private static final Metadata.Key<String> LOCATION = CallState.key("location");
    private static final Metadata.Key<String> CONTENT_DISPOSITION = CallState.key("content-disposition");
    private static final Metadata.Key<String> LAST_MODIFIED = CallState.key("last-modified");
    private static final Metadata.Key<String> ENTITLEMENT_CLASS = CallState.key("x-entitlement-class");

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private CallMetadata() {}

    /** The Idempotency-Key; empty when none was sent or the method does not look at it. */
    public static Optional<String> idempotencyKey() {
        return CallState.current().flatMap(CallState::idempotencyKey);
    }

    /** The longest that the current call may take, by its method's policy. */
    public static Optional<Duration> deadline() {
        return CallState.current().map(call -> call.policy().deadline());
    }

    /** The service that calls, by its name in the table; empty when it is the gateway. */
    public static Optional<String> service() {
        return CallState.current().flatMap(CallState::service);
    }

    /** The address of the client at the edge, as the gateway saw it; empty when another service calls. */
    public static Optional<String> clientAddress() {
        return CallState.current().flatMap(call -> call.origin().address());
    }

    /** The User-Agent of the client at the edge; empty when another service calls. */
    public static Optional<String> userAgent() {
        return CallState.current().flatMap(call -> call.origin().userAgent());
    }

    /** A header by its lower-case name, e.g. {@code x-partner-id}; empty when it is missing or blank. */
    public static Optional<String> header(String name) {
        return CallState.current().flatMap(call -> call.header(CallState.key(name)));
    }

    /** Tells that a part of the answer is missing or old because {@code service} could not be asked. */
    public static void degraded(String service) {
        CallState.current().ifPresent(call -> call.degraded(service));
    }

    /** Tells that nobody may keep this answer. */
    public static void noStore() {
        tell(call -> call.answer(CACHE_CONTROL, "no-store"));
    }

    /**
     * Tells for how long this answer may be kept where that is longer than for others of its method, in whole seconds: it will not
     * change any more but by an event that purges it. The edge goes no further than {@code cache.longest_age} of the method's policy.
     */
    public static void maxAge(Duration age) {
        tell(call -> call.answer(MAX_AGE, Long.toString(age.toSeconds())));
    }

    /** Tells that this is the answer of an earlier request with the same Idempotency-Key. */
    public static void replayed() {
        tell(call -> call.answer(IDEMPOTENT_REPLAYED, "true"));
    }

    /**
     * Tells the HTTP status of this answer where it is another than the method's policy says, e.g. 202 for what waits. An answer that
     * is a {@code google.api.HttpBody} may be a refusal in the words that its client expects; with others that changes nothing.
     *
     * @param status 200 to 299, or 400 to 499
     */
    public static void status(int status) {
        if (status < 200 || status > 499 || status / 100 == 3) {
            throw new IllegalArgumentException("status: " + status + " (expected: 200 to 299, or 400 to 499)");
        }
        tell(call -> call.answer(STATUS, Integer.toString(status)));
    }

    /** Tells where what was made can be read: a path of the edge (RFC 9110, Location). */
    public static void location(String path) {
        tell(call -> call.answer(LOCATION, path));
    }

    /**
     * Tells since when the answer says what it says (RFC 9110, Last-Modified), to the second: a time within which it may still change
     * is not told.
     */
    public static void lastModified(Instant time) {
        tell(call -> call.answer(LAST_MODIFIED, HTTP_DATE.format(time.atOffset(ZoneOffset.UTC))));
    }

    /**
     * Tells that the answer is a file to be kept (RFC 6266).
     *
     * @param fileName of ASCII letters, digits, dots, hyphens and underscores
     */
    public static void attachment(String fileName) {
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw new IllegalArgumentException("fileName: " + fileName + " (expected: " + FILE_NAME + ")");
        }
        tell(call -> call.answer(CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\""));
    }

    /** Tells for whom the answer is good, where it varies by entitlement. */
    public static void audience(Audience audience) {
        tell(call -> call.answer(ENTITLEMENT_CLASS, audience.wireName()));
    }

    private static void tell(Consumer<CallState> what) {
        CallState.current().ifPresent(what);
    }
}
