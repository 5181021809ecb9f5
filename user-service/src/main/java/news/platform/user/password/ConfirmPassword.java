package news.platform.user.password;

/** Asks an account's owner for the password again, where a stolen token must not be enough. */
@FunctionalInterface
public interface ConfirmPassword {
    /**
     * Returns when it is the account's password. Guesses are bounded for each session.
     *
     * @throws news.platform.error.DomainException WRONG_PASSWORD, TOO_MANY_ATTEMPTS with the time to wait, or OVERLOADED
     */
    void confirm(String userId, String sessionId, String password);
}
