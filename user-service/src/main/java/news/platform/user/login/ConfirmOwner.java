package news.platform.user.login;

import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.user.password.ConfirmPassword;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;

/**
 * Bounds the guesses of an open session by the session, not by account or address: what others guess never keeps an owner
 * who is logged in from changing the password.
 */
@Component
final class ConfirmOwner implements ConfirmPassword {
    private final BoundedCheck boundedCheck;
    private final CheckPassword checkPassword;

    ConfirmOwner(BoundedCheck boundedCheck, CheckPassword checkPassword) {
        this.boundedCheck = boundedCheck;
        this.checkPassword = checkPassword;
    }

    @Override
    public void confirm(String userId, String sessionId, String password) {
        var wrong = DomainException.field(
                UserReason.WRONG_PASSWORD, "currentPassword", "is not the password of the account");
        var unused = boundedCheck.check(
                "password-confirmation",
                LoginAttempt.ofSession(userId, sessionId),
                () -> Optional.of(userId),
                () -> checkPassword.checkOf(userId, password),
                wrong);
    }
}
