package news.platform.grpc.client;

import io.grpc.Metadata;
import java.util.Optional;
import news.platform.security.CallOrigin;
import news.platform.security.Caller;
import news.platform.security.Callers;

/** Passes on who calls and from where; what the call carries already stays. */
final class Propagation {
    private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
    private static final Metadata.Key<String> CLIENT_ADDRESS = key("x-client-address");
    private static final Metadata.Key<String> CLIENT_USER_AGENT = key("x-client-user-agent");

    private Propagation() {}

    static void addTo(Metadata headers) {
        Caller caller = Callers.KEY.get();
        if (caller != null && !headers.containsKey(AUTHORIZATION)) {
            headers.put(AUTHORIZATION, "Bearer " + caller.token());
        }
        CallOrigin origin = CallOrigin.KEY.get();
        if (origin != null) {
            put(headers, CLIENT_ADDRESS, origin.address());
            put(headers, CLIENT_USER_AGENT, origin.userAgent());
        }
    }

    private static void put(Metadata headers, Metadata.Key<String> name, Optional<String> value) {
        if (value.isPresent() && !headers.containsKey(name)) {
            headers.put(name, value.get());
        }
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
