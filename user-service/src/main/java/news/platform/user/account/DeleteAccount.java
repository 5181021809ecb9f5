package news.platform.user.account;

import java.time.Clock;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.Caller;
import news.platform.user.password.ConfirmPassword;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes an account whose owner confirms it by the password: its personal data goes, its sessions end. */
@Component
final class DeleteAccount {
    private final Accounts accounts;
    private final AccountEvents events;
    private final ApplicationEventPublisher listeners;
    private final ConfirmPassword confirmPassword;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeleteAccount(
            Accounts accounts,
            AccountEvents events,
            ApplicationEventPublisher listeners,
            ConfirmPassword confirmPassword,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.events = events;
        this.listeners = listeners;
        this.confirmPassword = confirmPassword;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Does nothing for an account that is gone already. */
    void delete(Caller caller, String password) {
        String userId = caller.userId();
        if (accounts.find(userId).isEmpty()) {
            return;
        }
        confirmPassword.confirm(userId, caller.sessionId(), password);
        delete(userId);
        audit.record(AuditEvent.succeeded("account-deletion"));
    }

    private void delete(String userId) {
        transaction.executeWithoutResult(status -> {
            var administrators = accounts.lockAdministrators();
            accounts.findLocked(userId).ifPresent(account -> {
                ChangeRoles.refuseLast(administrators, userId);
                accounts.anonymise(userId, clock.instant());
                events.deleted(userId, account.version() + 1);
                listeners.publishEvent(AccessChanged.ofAll(userId));
            });
        });
    }
}
