package news.platform.gateway.guard;

import java.time.Duration;
import java.util.Set;
import news.platform.gateway.event.EdgeEventListener;
import news.platform.security.token.TokenVerifier;

/** Tokens of a session that has ended are forgotten as soon as its event arrives. */
final class RevokedSessions implements EdgeEventListener {

    private final String eventType;
    private final Duration tokenLifetime;
    private final TokenVerifier verifier;

    /** @param tokenLifetime the longest that a token is accepted: older revocations concern nobody */
    RevokedSessions(String eventType, Duration tokenLifetime, TokenVerifier verifier) {
        this.eventType = eventType;
        this.tokenLifetime = tokenLifetime;
        this.verifier = verifier;
    }

    @Override
    public Set<String> types() {
        return Set.of(eventType);
    }

    @Override
    public Duration lookBack() {
        return tokenLifetime;
    }

    @Override
    public void on(String type, String subject) {
        verifier.forgetSession(subject);
    }

    @Override
    public void gap() {
        // nothing to forget: what looking back does not find has expired
    }
}
