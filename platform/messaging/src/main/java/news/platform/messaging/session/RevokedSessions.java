package news.platform.messaging.session;

import java.util.Set;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.security.token.SecurityProperties;
import news.platform.security.token.TokenVerifier;

/**
 * Tokens of a session that has ended are refused as soon as its event arrives: who was logged out, deleted or given other
 * roles has no say any more, whichever replica of whichever service is asked.
 */
final class RevokedSessions implements ReplicaHandler {
    private final SecurityProperties tokens;
    private final TokenVerifier verifier;

    RevokedSessions(SecurityProperties tokens, TokenVerifier verifier) {
        this.tokens = tokens;
        this.verifier = verifier;
    }

    @Override
    public Takes takes() {
        return Takes.named(Set.of(tokens.revocationEvent()), event -> verifier.forgetSession(event.subject()));
    }

    /** As far back as a token is accepted: older revocations concern nobody. */
    @Override
    public Begin begin() {
        return new Begin.End(tokens.tokenLifetime().plus(tokens.clockSkew()));
    }

    @Override
    public void gap() {
        // nothing to forget: what looking back does not find has expired
    }
}
