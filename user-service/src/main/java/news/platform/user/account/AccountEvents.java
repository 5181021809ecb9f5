package news.platform.user.account;

import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.user.v1.UserDeleted;
import news.platform.user.v1.UserRegistered;
import news.platform.user.v1.UserUpdated;
import org.springframework.stereotype.Component;

/** Tells the others what became of accounts, through the outbox of the current transaction. */
@Component
final class AccountEvents {
    private final Outbox outbox;

    AccountEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void registered(Account account) {
        outbox.publish(UserRegistered.newBuilder()
                .setUserId(account.id())
                .setVersion(account.version())
                .setDisplayName(account.displayName())
                .setCreateTime(Timestamps.of(account.createTime()))
                .build());
    }

    void updated(Account account) {
        outbox.publish(UserUpdated.newBuilder()
                .setUserId(account.id())
                .setVersion(account.version())
                .setDisplayName(account.displayName())
                .setAvatarUrl(account.avatarUrl())
                .build());
    }

    void deleted(String userId, long version) {
        outbox.publish(
                UserDeleted.newBuilder().setUserId(userId).setVersion(version).build());
    }
}
