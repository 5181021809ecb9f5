package news.platform.security;

/**
 * Tells more of a session than its token can: a token outlives its session by up to {@code news.security.token-lifetime}.
 * A service that knows the sessions declares a bean of this type; it is asked before each method that takes a role, where
 * acting by a right that is gone does the most harm, and before no other.
 */
@FunctionalInterface
public interface SessionCheck {
    /** Whether the caller's session is open and has the roles that the token names; may block. */
    boolean isOpen(Caller caller);
}
