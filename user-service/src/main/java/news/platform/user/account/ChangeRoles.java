package news.platform.user.account;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.platform.error.DomainException;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.user.v1.UserReason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replaces an account's roles and ends its sessions; somebody always remains to administer. */
@Component
final class ChangeRoles {
    private final Accounts accounts;
    private final AccountEvents events;
    private final ApplicationEventPublisher listeners;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ChangeRoles(
            Accounts accounts,
            AccountEvents events,
            ApplicationEventPublisher listeners,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.events = events;
        this.listeners = listeners;
        this.audit = audit;
        this.transaction = transaction;
    }

    Account change(String userId, Set<Role> roles) {
        Changed changed = Objects.requireNonNull(transaction.execute(status -> changed(userId, roles)));
        if (!changed.before().roles().equals(changed.after().roles())) {
            audit.record(AuditEvent.succeeded("role-change")
                    .on(userId)
                    .with("roles.before", String.join(",", changed.before().roleLabels()))
                    .with("roles.after", String.join(",", changed.after().roleLabels())));
        }
        return changed.after();
    }

    private Changed changed(String userId, Set<Role> roles) {
        List<String> administrators = accounts.lockAdministrators();
        Account account = accounts.findLocked(userId).orElseThrow(ChangeProfile::notFound);
        if (account.roles().equals(roles)) {
            return new Changed(account, account);
        }
        if (!roles.contains(Role.ADMIN)) {
            refuseLast(administrators, userId);
        }
        Account changed = account.withRoles(roles);
        accounts.save(changed);
        events.updated(changed);
        listeners.publishEvent(AccessChanged.ofAll(userId));
        return new Changed(account, changed);
    }

    /** Refuses when the account is the only administrator. */
    static void refuseLast(List<String> administrators, String userId) {
        if (administrators.equals(List.of(userId))) {
            throw new DomainException(UserReason.LAST_ADMIN, "nobody would be left to administer");
        }
    }

    private record Changed(Account before, Account after) {}
}
