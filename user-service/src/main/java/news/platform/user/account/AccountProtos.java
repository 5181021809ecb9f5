package news.platform.user.account;

import news.platform.grpc.resource.Etags;
import news.platform.proto.Timestamps;
import news.platform.user.v1.Profile;
import news.platform.user.v1.User;

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
                .setPhone(account.phone())
                .setCreateTime(Timestamps.of(account.createTime()))
                .setEtag(Etags.of(account.version()))
                .build();
    }
}
