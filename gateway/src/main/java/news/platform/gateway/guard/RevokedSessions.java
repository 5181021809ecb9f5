package news.platform.gateway.guard;

import java.time.Duration;
import java.util.Set;
import news.platform.gateway.event.EdgeEventListener;
import news.platform.security.TokenVerifier;

/** Tokens of a session that has ended are forgotten as soon as its event arrives. */
final class RevokedSessions implements EdgeEventListener {

    /** A token lives for ten minutes: older revocations concern nobody. */
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

    private final String eventType;
    private final TokenVerifier verifier;

    RevokedSessions(String eventType, TokenVerifier verifier) {
        this.eventType = eventType;
        this.verifier = verifier;
    }

    @Override
    public Set<String> types() {
        return Set.of(eventType);
    }

    @Override
    public Duration lookBack() {
        return TOKEN_LIFETIME;
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
