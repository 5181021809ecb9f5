package news.platform.gateway.call;

import io.grpc.Metadata;
import io.grpc.Metadata.Key;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import news.platform.security.Caller;

/** What goes with a call beside the message, and what comes with its answer. */
public final class CallHeaders {

    static final Key<String> DEGRADED = key("x-degraded");
    static final Key<String> CACHE_CONTROL = key("cache-control");
    static final Key<String> REPLAYED = key("idempotent-replayed");
    static final Key<String> ENTITLEMENT_CLASS = key("x-entitlement-class");

    private static final Key<String> AUTHORIZATION = key("authorization");
    private static final Key<String> IDEMPOTENCY_KEY = key("idempotency-key");
    private static final Key<String> CLIENT_ADDRESS = key("x-client-address");
    private static final Key<String> CLIENT_USER_AGENT = key("x-client-user-agent");
    private static final String[] PARTNER = {"x-partner-id", "x-partner-timestamp", "x-partner-signature"};
    private static final int MAX_LENGTH = 512;

    private CallHeaders() {}

    /** Of a call that nothing but its caller is known of. */
    public static Metadata of(Optional<Caller> caller) {
        var headers = new Metadata();
        caller.ifPresent(known -> headers.put(AUTHORIZATION, "Bearer " + known.token()));
        return headers;
    }

    /** Of a call on behalf of a request; header values are passed on as visible ASCII of bounded length. */
    public static Metadata of(
            Optional<Caller> caller, String address, Optional<String> idempotencyKey, HttpServletRequest request) {
        var headers = of(caller);
        headers.put(CLIENT_ADDRESS, visible(address));
        idempotencyKey.ifPresent(key -> headers.put(IDEMPOTENCY_KEY, key));
        var userAgent = request.getHeader("User-Agent");
        if (userAgent != null) {
            headers.put(CLIENT_USER_AGENT, visible(userAgent));
        }
        for (var name : PARTNER) {
            var value = request.getHeader(name);
            if (value != null) {
                headers.put(key(name), visible(value));
            }
        }
        return headers;
    }

    private static String visible(String text) {
        var cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        var visible = new StringBuilder(cut.length());
        cut.chars().forEach(c -> visible.append(c >= ' ' && c <= '~' ? (char) c : '?'));
        return visible.toString();
    }

    private static Key<String> key(String name) {
        return Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
