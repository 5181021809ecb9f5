package news.platform.gateway.guard;

import java.time.Duration;
import java.util.Set;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.security.token.TokenVerifier;

/** Tokens of a session that has ended are forgotten as soon as its event arrives. */
final class RevokedSessions implements ReplicaHandler {

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
    public Takes takes() {
        return Takes.named(Set.of(eventType), event -> verifier.forgetSession(event.subject()));
    }

    @Override
    public Begin begin() {
        return new Begin.End(tokenLifetime);
    }

    @Override
    public void gap() {
        // nothing to forget: what looking back does not find has expired
    }
}
