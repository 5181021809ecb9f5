package news.platform.security;

import io.grpc.Context;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;

/** The caller of the current gRPC call, or of whatever else runs under a context with {@link #KEY}. */
public final class Callers {
    /** Where the context keeps the caller; set by the server once the token is verified. */
    public static final Context.Key<Caller> KEY = Context.key("news.platform.caller");

    private Callers() {}

    /** The caller; empty when the call is anonymous. */
    public static Optional<Caller> current() {
        return Optional.ofNullable(KEY.get());
    }

    /**
     * The caller.
     *
     * @throws DomainException UNAUTHENTICATED when the call is anonymous
     */
    public static Caller required() {
        return current()
                .orElseThrow(
                        () -> new DomainException(PlatformReason.UNAUTHENTICATED, "A valid access token is needed."));
    }
}
