package news.platform.user.account;

import java.time.Clock;
import news.platform.messaging.Outbox;
import news.platform.user.v1.UserDeleted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes an account: its personal data goes, its sessions end. */
@Component
final class DeleteAccount {
    private final Accounts accounts;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeleteAccount(
            Accounts accounts,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Does nothing for an account that is gone already. */
    void delete(String userId) {
        transaction.executeWithoutResult(status -> {
            var administrators = accounts.lockAdministrators();
            accounts.findLocked(userId).ifPresent(account -> {
                ChangeRoles.refuseLast(administrators, userId);
                accounts.anonymise(userId, clock.instant());
                outbox.publish(UserDeleted.newBuilder()
                        .setUserId(userId)
                        .setVersion(account.version() + 1)
                        .build());
                events.publishEvent(new AccessChanged(userId));
            });
        });
    }
}
