package news.platform.user.account;

import java.util.Optional;

/**
 * What the account's sessions were granted no longer holds: its roles changed, it is deleted, or its password changed.
 * Published inside the transaction of the change; listeners take part in it.
 *
 * @param keptSessionId the session that stays: the owner changed the password in it
 */
public record AccessChanged(String userId, Optional<String> keptSessionId) {
    static AccessChanged ofAll(String userId) {
        return new AccessChanged(userId, Optional.empty());
    }

    static AccessChanged ofAllBut(String sessionId, String userId) {
        return new AccessChanged(userId, Optional.of(sessionId));
    }
}
