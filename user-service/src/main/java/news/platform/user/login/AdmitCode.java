package news.platform.user.login;

import java.time.Duration;
import news.platform.error.DomainException;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.user.code.Contact;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;

/** Bounds how many codes go to an address or a number, and how many are asked for from a network. */
@Component
public final class AdmitCode {
    private final LoginThrottle throttle;
    private final AuditLog audit;

    AdmitCode(LoginThrottle throttle, AuditLog audit) {
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * Counts one that is asked for.
     *
     * @throws DomainException TOO_MANY_CODES with the time to wait
     */
    public void admit(Contact contact, String clientAddress) {
        Duration wait = throttle.admit(LoginAttempt.ofCode(contact, clientAddress));
        if (wait.isPositive()) {
            audit.record(AuditEvent.refused("code", UserReason.TOO_MANY_CODES));
            throw new DomainException(UserReason.TOO_MANY_CODES, "too many codes").retryAfter(wait);
        }
    }
}
