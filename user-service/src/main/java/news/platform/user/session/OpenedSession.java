package news.platform.user.session;

import java.time.Duration;
import java.util.Optional;
import news.platform.user.refresh.TokenPair;

/**
 * A session and the tokens that were just made for it.
 *
 * @param lifetime how long the access token is valid from now on
 * @param deviceToken by what the account knows the device; told at the log-in
 */
record OpenedSession(String sessionId, TokenPair tokens, Duration lifetime, Optional<String> deviceToken) {
    @Override
    public String toString() {
        return "OpenedSession[" + sessionId + "]";
    }
}
