package news.platform.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Who calls, as a verified access token says.
 *
 * @param userId the account's id (claim {@code sub})
 * @param sessionId the session's id (claim {@code sid})
 * @param roles the account's roles when the token was made; may be empty
 * @param rights what is open to the user, as far as the token says it; newer events may know better
 * @param expiresAt when the token stops being valid
 * @param token the token itself, to be passed on; never printed
 */
public record Caller(
        String userId, String sessionId, Set<String> roles, Rights rights, Instant expiresAt, String token) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** One without rights. */
    public Caller(String userId, String sessionId, Set<String> roles, Instant expiresAt, String token) {
        this(userId, sessionId, roles, Rights.NONE, expiresAt, token);
    }

    /** Whether the caller has one of these roles; of none, no. */
    public boolean hasAnyRole(Collection<String> wanted) {
        for (String role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Without the token: whoever reads it can use it. */
    @Override
    public String toString() {
        return "Caller[userId=" + userId + ", sessionId=" + sessionId + ", roles=" + roles + ", expiresAt=" + expiresAt
                + "]";
    }
}
