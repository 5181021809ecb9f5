package news.platform.user.login;

import news.platform.error.DomainException;
import news.platform.user.account.Accounts.Credential;
import news.platform.user.login.CheckPassword.Checked;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;

/** Tells who wants to log in. */
@Component
public final class IdentifyUser {
    private final BoundedCheck boundedCheck;
    private final LoginThrottle throttle;
    private final CheckPassword checkPassword;
    private final CheckCode checkCode;

    IdentifyUser(BoundedCheck boundedCheck, LoginThrottle throttle, CheckPassword checkPassword, CheckCode checkCode) {
        this.boundedCheck = boundedCheck;
        this.throttle = throttle;
        this.checkPassword = checkPassword;
        this.checkCode = checkCode;
    }

    /**
     * The account that this proves to be somebody's.
     *
     * @param deviceToken what the device was given at an earlier log-in, empty for none
     */
    public Identified identify(Proof proof, String clientAddress, String deviceToken) {
        String address = proof.contact().address();
        Credential credential = boundedCheck.check(
                "log-in",
                LoginAttempt.of(address, clientAddress, deviceToken),
                () -> checkCode.owner(proof.contact()),
                () -> check(proof),
                badCredentials());
        return new Identified(credential, throttle.deviceToken(address, deviceToken));
    }

    private Checked check(Proof proof) {
        return switch (proof) {
            case Proof.Password(var contact, var password) -> checkPassword.check(contact.address(), password);
            case Proof.Code(var contact, var code) -> checkCode.check(contact, code);
        };
    }

    public static DomainException badCredentials() {
        return new DomainException(UserReason.BAD_CREDENTIALS, "no account has this address and password or code");
    }

    /** Whose account it is, and what to tell the device for the next log-in. */
    public record Identified(Credential credential, String deviceToken) {
        @Override
        public String toString() {
            return "Identified[" + credential + "]";
        }
    }
}
