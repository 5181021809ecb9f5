package news.platform.user.login;

import news.platform.error.DomainException;
import news.platform.user.account.Accounts.Credential;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;

/** Tells who wants to log in. */
@Component
public final class IdentifyUser {
    private final BoundedCheck boundedCheck;
    private final LoginThrottle throttle;
    private final CheckPassword checkPassword;

    IdentifyUser(BoundedCheck boundedCheck, LoginThrottle throttle, CheckPassword checkPassword) {
        this.boundedCheck = boundedCheck;
        this.throttle = throttle;
        this.checkPassword = checkPassword;
    }

    /**
     * The account whose address and password these are.
     *
     * @param deviceToken what the device was given at an earlier log-in, empty for none
     */
    public Identified identify(String email, String password, String clientAddress, String deviceToken) {
        Credential credential = boundedCheck.check(
                "log-in",
                LoginAttempt.of(email, clientAddress, deviceToken),
                () -> checkPassword.owner(email),
                () -> checkPassword.check(email, password),
                badCredentials());
        return new Identified(credential, throttle.deviceToken(email, deviceToken));
    }

    public static DomainException badCredentials() {
        return new DomainException(UserReason.BAD_CREDENTIALS, "no account has this address and password");
    }

    /** Whose password it was, and what to tell the device for the next log-in. */
    public record Identified(Credential credential, String deviceToken) {
        @Override
        public String toString() {
            return "Identified[" + credential + "]";
        }
    }
}
