package news.platform.gateway.guard;

import java.util.Optional;
import news.platform.security.Caller;
import news.platform.security.token.TokenVerifier;

/** Reads the Authorization header against what has been verified before; never verifies itself, never waits. Thread-safe. */
public final class TokenGuard {

    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;

    TokenGuard(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * The caller whose very token has been verified before, has not expired and has not been revoked; empty is doubt, not
     * refusal: the ordinary chain decides.
     */
    public Optional<Caller> remembered(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return verifier.remembered(authorization.substring(SCHEME.length()));
    }
}
