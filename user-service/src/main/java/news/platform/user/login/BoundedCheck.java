package news.platform.user.login;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.Reason;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.user.account.Accounts.Credential;
import news.platform.user.login.CheckPassword.Checked;
import news.platform.user.v1.UserReason;
import news.platform.work.Bulkhead;
import org.springframework.stereotype.Component;

/** Checks passwords as often as the throttle lets it, and writes what was refused into the security log. */
@Component
final class BoundedCheck {
    private final LoginThrottle throttle;
    private final Bulkhead bulkhead;
    private final AuditLog audit;

    BoundedCheck(LoginThrottle throttle, Bulkhead bulkhead, AuditLog audit) {
        this.throttle = throttle;
        this.bulkhead = bulkhead;
        this.audit = audit;
    }

    /** The credential; anything else is the refusal, or TOO_MANY_ATTEMPTS. The owner is asked for the log alone. */
    Credential check(
            String action,
            LoginAttempt attempt,
            Supplier<Optional<String>> owner,
            Supplier<Checked> check,
            DomainException wrong) {
        return bulkhead.run(() -> {
            Duration wait = throttle.admit(attempt);
            if (wait.isPositive()) {
                refused(action, Reason.of(UserReason.TOO_MANY_ATTEMPTS), owner.get());
                throw new DomainException(UserReason.TOO_MANY_ATTEMPTS, "too many failed attempts").retryAfter(wait);
            }
            Checked checked = check.get();
            if (checked.right().isEmpty()) {
                refused(action, wrong.reason(), checked.userId());
                throw wrong;
            }
            throttle.succeeded(attempt);
            return checked.right().get();
        });
    }

    /** Who tried is not known; whose account it was may be. */
    private void refused(String action, Reason reason, Optional<String> userId) {
        var event = AuditEvent.refused(action, reason);
        audit.record(userId.map(event::on).orElse(event));
    }
}
