package news.platform.user.account;

import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Etags;
import news.platform.text.Lines;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes what others see of an account. */
@Component
final class ChangeProfile {
    private final Accounts accounts;
    private final AccountEvents events;
    private final TransactionTemplate transaction;

    ChangeProfile(Accounts accounts, AccountEvents events, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * The account after the change; a change to what it was already is none.
     *
     * @param etag the version that the change is based on, empty for whatever there is
     */
    Account change(String userId, String etag, ProfilePatch patch) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var account = accounts.findLocked(userId).orElseThrow(ChangeProfile::notFound);
            Etags.require(etag, account.version());
            var displayName = patch.displayName().map(Lines::of).orElse(account.displayName());
            var avatarUrl = patch.avatarUrl().orElse(account.avatarUrl());
            if (displayName.equals(account.displayName()) && avatarUrl.equals(account.avatarUrl())) {
                return account;
            }
            var changed = account.withProfile(displayName, avatarUrl);
            accounts.save(changed);
            events.updated(changed);
            return changed;
        }));
    }

    static DomainException notFound() {
        return new DomainException(UserReason.USER_NOT_FOUND, "no such user");
    }

    /** The new values of what is changed; the rest is empty and stays. */
    record ProfilePatch(Optional<String> displayName, Optional<String> avatarUrl) {}
}
