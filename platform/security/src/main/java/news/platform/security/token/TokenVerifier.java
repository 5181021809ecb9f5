package news.platform.security.token;

import java.util.Optional;
import news.platform.security.Caller;

/** Verifies access tokens and remembers the good ones until they expire. Thread-safe. */
public interface TokenVerifier {
    /**
     * Who holds the token. Checks type, algorithm, key, signature, issuer, audience, times and that the session was not
     * ended; may fetch keys, for as long as the configured time limit.
     *
     * @throws InvalidTokenException when the token is anything but a valid one
     * @throws news.platform.error.DomainException KEYS_UNAVAILABLE when it cannot be told because the keys are out of
     *     reach
     */
    Caller verify(String token);

    /** Who holds the token, when this very token was verified before and is still valid; never blocks, never fetches. */
    Optional<Caller> remembered(String token);

    /** Refuses every token of the session from now on, until the last of them has expired by itself. */
    void forgetSession(String sessionId);
}
