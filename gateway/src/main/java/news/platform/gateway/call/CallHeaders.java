package news.platform.gateway.call;

import io.grpc.Metadata;
import io.grpc.Metadata.Key;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import news.platform.gateway.contract.Method;
import news.platform.gateway.request.RequestHeader;
import news.platform.security.Caller;

/** What goes with a call beside the message, and what comes with its answer. */
public final class CallHeaders {

    static final Key<String> DEGRADED = key("x-degraded");
    static final Key<String> CACHE_CONTROL = key("cache-control");
    static final Key<String> MAX_AGE = key("x-max-age");
    static final Key<String> REPLAYED = key("idempotent-replayed");
    static final Key<String> AUDIENCE = key("x-entitlement-class");
    static final Key<String> STATUS = key("x-http-status");

    /** What services say that clients get as it is. */
    static final Map<String, Key<String>> ANSWER = Map.of(
            "Location", key("location"),
            "Content-Disposition", key("content-disposition"),
            "Last-Modified", key("last-modified"));

    private static final Key<String> AUTHORIZATION = key("authorization");
    private static final Key<String> IDEMPOTENCY_KEY = key("idempotency-key");
    private static final Key<String> CLIENT_ADDRESS = key("x-client-address");
    private static final Key<String> CLIENT_USER_AGENT = key("x-client-user-agent");
    private static final int MAX_LENGTH = 512;

    private CallHeaders() {}

    /** Of a call that nothing but its caller is known of. */
    public static Metadata of(Optional<Caller> caller) {
        var headers = new Metadata();
        caller.ifPresent(known -> headers.put(AUTHORIZATION, "Bearer " + known.token()));
        return headers;
    }

    /** The same, with where it came from; empty where nobody in particular asks. */
    static Metadata of(Optional<Caller> caller, String address) {
        var headers = of(caller);
        if (!address.isEmpty()) {
            headers.put(CLIENT_ADDRESS, address);
        }
        return headers;
    }

    /** Of a call on behalf of a request; whatever is passed on is printable ASCII of bounded length. */
    public static Metadata of(
            Method method,
            Optional<Caller> caller,
            String address,
            Optional<String> idempotencyKey,
            HttpServletRequest request) {
        var headers = of(caller, address);
        idempotencyKey.ifPresent(key -> headers.put(IDEMPOTENCY_KEY, key));
        var userAgent = RequestHeader.USER_AGENT.cleaned(request, MAX_LENGTH);
        if (userAgent != null) {
            headers.put(CLIENT_USER_AGENT, userAgent);
        }
        // none of them is there, or each is well formed: nobody else is let in
        method.policy().signed().forEach(name -> RequestHeader.ofContract(request, name)
                .forEach(value -> headers.put(key(name), value)));
        return headers;
    }

    private static Key<String> key(String name) {
        return Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
