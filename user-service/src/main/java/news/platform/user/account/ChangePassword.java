package news.platform.user.account;

import java.util.Objects;
import news.platform.error.DomainException;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.Caller;
import news.platform.user.account.Accounts.Credential;
import news.platform.user.password.ConfirmPassword;
import news.platform.user.password.PasswordRules;
import news.platform.user.password.Passwords;
import news.platform.user.v1.UserReason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an account another password and ends its other sessions: they may be of whoever knew the old one. */
@Component
final class ChangePassword {
    private final Accounts accounts;
    private final ConfirmPassword confirmPassword;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final ApplicationEventPublisher listeners;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ChangePassword(
            Accounts accounts,
            ConfirmPassword confirmPassword,
            PasswordRules rules,
            Passwords passwords,
            ApplicationEventPublisher listeners,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.confirmPassword = confirmPassword;
        this.rules = rules;
        this.passwords = passwords;
        this.listeners = listeners;
        this.audit = audit;
        this.transaction = transaction;
    }

    void change(Caller caller, String currentPassword, String newPassword) {
        // before the check, so that of two changes at once the second finds another version
        Credential credential = accounts.findCredentialOf(caller.userId()).orElseThrow(ChangeProfile::notFound);
        Account account = accounts.find(caller.userId()).orElseThrow(ChangeProfile::notFound);
        confirmPassword.confirm(caller.userId(), caller.sessionId(), currentPassword);
        rules.check("newPassword", newPassword, account.email(), account.displayName());
        String hash = passwords.hashBounded(newPassword);
        boolean changed = Objects.requireNonNull(transaction.execute(status -> {
            if (!accounts.changePassword(credential, hash)) {
                return false;
            }
            listeners.publishEvent(AccessChanged.ofAllBut(caller.sessionId(), caller.userId()));
            return true;
        }));
        if (!changed) {
            throw wrongPassword();
        }
        audit.record(AuditEvent.succeeded("password-change"));
    }

    private static DomainException wrongPassword() {
        return DomainException.field(
                UserReason.WRONG_PASSWORD, "currentPassword", "is not the account's password any more");
    }
}
