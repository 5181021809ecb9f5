package news.platform.user.login;

import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.user.account.CheckPassword;
import news.platform.user.password.Turns;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;

/** Tells who wants to log in. */
@Component
public final class IdentifyUser {
    private final LoginThrottle throttle;
    private final CheckPassword checkPassword;
    private final Turns turns;

    IdentifyUser(LoginThrottle throttle, CheckPassword checkPassword, Turns turns) {
        this.throttle = throttle;
        this.checkPassword = checkPassword;
        this.turns = turns;
    }

    /** The id of the account whose address and password these are. */
    public String identify(String email, String password, String clientAddress) {
        LoginAttempt attempt = LoginAttempt.of(email, clientAddress);
        return turns.inTurn(() -> {
            throttle.admit(attempt);
            Optional<String> userId = checkPassword.check(email, password);
            if (userId.isEmpty()) {
                throw badCredentials();
            }
            throttle.succeeded(attempt);
            return userId.get();
        });
    }

    public static DomainException badCredentials() {
        return new DomainException(UserReason.BAD_CREDENTIALS, "no account has this address and password");
    }
}
