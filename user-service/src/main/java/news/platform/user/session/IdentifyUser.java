package news.platform.user.session;

import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.user.UserReason;
import news.platform.user.account.CheckPassword;
import org.springframework.stereotype.Component;

/** Tells who wants to log in. */
@Component
final class IdentifyUser {
    private final LoginThrottle throttle;
    private final CheckPassword checkPassword;

    IdentifyUser(LoginThrottle throttle, CheckPassword checkPassword) {
        this.throttle = throttle;
        this.checkPassword = checkPassword;
    }

    /** The id of the account whose address and password these are. */
    String identify(String email, String password, String clientAddress) {
        LoginAttempt attempt = LoginAttempt.of(email, clientAddress);
        throttle.admit(attempt);
        Optional<String> userId = check(attempt, email, password);
        if (userId.isEmpty()) {
            throw badCredentials();
        }
        throttle.succeeded(attempt);
        return userId.get();
    }

    static DomainException badCredentials() {
        return new DomainException(UserReason.BAD_CREDENTIALS, "no account has this address and password");
    }

    private Optional<String> check(LoginAttempt attempt, String email, String password) {
        try {
            return checkPassword.check(email, password);
        } catch (DomainException overloaded) {
            throttle.notHeard(attempt);
            throw overloaded;
        }
    }
}
