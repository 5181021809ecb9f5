package news.platform.user.account;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import news.platform.user.v1.Profile;
import news.platform.user.v1.User;
import news.platform.user.v1.UserRegistered;
import news.platform.user.v1.UserUpdated;

/** Accounts as messages. */
final class AccountProtos {
    private AccountProtos() {}

    static User user(Account account) {
        return User.newBuilder()
                .setId(account.id())
                .setDisplayName(account.displayName())
                .setAvatarUrl(account.avatarUrl())
                .addAllRoles(account.roleLabels())
                .build();
    }

    static Profile profile(Account account) {
        return Profile.newBuilder()
                .setId(account.id())
                .setDisplayName(account.displayName())
                .setAvatarUrl(account.avatarUrl())
                .addAllRoles(account.roleLabels())
                .setEmail(account.email())
                .setCreateTime(timestamp(account.createTime()))
                .setEtag(account.etag())
                .build();
    }

    static UserRegistered registered(Account account) {
        return UserRegistered.newBuilder()
                .setUserId(account.id())
                .setVersion(account.version())
                .setDisplayName(account.displayName())
                .setCreateTime(timestamp(account.createTime()))
                .build();
    }

    static UserUpdated updated(Account account) {
        return UserUpdated.newBuilder()
                .setUserId(account.id())
                .setVersion(account.version())
                .setDisplayName(account.displayName())
                .setAvatarUrl(account.avatarUrl())
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
