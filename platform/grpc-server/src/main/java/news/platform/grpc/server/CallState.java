package news.platform.grpc.server;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.policy.Policy;
import news.platform.security.CallOrigin;

/** What came with the current call and what shall go with its answer. Thread-safe. */
final class CallState {
    static final Context.Key<CallState> KEY = Context.key("news.platform.call");

    private static final Metadata.Key<String> IDEMPOTENCY_KEY = key("idempotency-key");
    private static final Metadata.Key<String> CLIENT_ADDRESS = key("x-client-address");
    private static final Metadata.Key<String> CLIENT_USER_AGENT = key("x-client-user-agent");
    private static final Metadata.Key<String> DEGRADED = key("x-degraded");

    private final String method;
    private final Metadata request;
    private final Policy policy;
    private final Optional<String> service;
    private final Map<Metadata.Key<String>, String> answer = new LinkedHashMap<>();
    private final Set<String> degraded = new LinkedHashSet<>();

    /** {@code service}: which service calls; empty: the gateway. */
    CallState(String method, Metadata request, Policy policy, Optional<String> service) {
        this.method = method;
        this.request = request;
        this.policy = policy;
        this.service = service;
    }

    static Optional<CallState> current() {
        return Optional.ofNullable(KEY.get());
    }

    static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /** As {@code package.Service/Method}. */
    String method() {
        return method;
    }

    Policy policy() {
        return policy;
    }

    Optional<String> header(Metadata.Key<String> name) {
        return Optional.ofNullable(request.get(name)).filter(value -> !value.isBlank());
    }

    /** Which service calls; empty: the gateway. */
    Optional<String> service() {
        return service;
    }

    /** The key that was sent, where the method looks at it. */
    Optional<String> idempotencyKey() {
        return policy.idempotencyKey() == IdempotencyKey.IDEMPOTENCY_KEY_NONE
                ? Optional.empty()
                : header(IDEMPOTENCY_KEY);
    }

    /** What the gateway says of its client; nobody else is believed. */
    CallOrigin origin() {
        return service.isEmpty()
                ? new CallOrigin(header(CLIENT_ADDRESS), header(CLIENT_USER_AGENT))
                : new CallOrigin(Optional.empty(), Optional.empty());
    }

    synchronized void answer(Metadata.Key<String> name, String value) {
        answer.put(name, value);
    }

    synchronized void degraded(String service) {
        degraded.add(service);
        answer.put(DEGRADED, String.join(",", degraded));
    }

    /** Moves what is to be told into the headers, or into the trailers where those are gone already. */
    synchronized void writeTo(Metadata metadata) {
        if (!answer.isEmpty()) {
            answer.forEach(metadata::put);
            answer.clear();
        }
    }
}
