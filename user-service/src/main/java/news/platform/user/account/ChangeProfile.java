package news.platform.user.account;

import com.google.protobuf.FieldMask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.messaging.Outbox;
import news.platform.text.Lines;
import news.platform.user.v1.ProfileChange;
import news.platform.user.v1.UpdateProfileRequest;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes what others see of an account. */
@Component
final class ChangeProfile {
    private static final String DISPLAY_NAME = "display_name";
    private static final String AVATAR_URL = "avatar_url";

    private final Accounts accounts;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    ChangeProfile(Accounts accounts, Outbox outbox, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** The account after the change; a change to what it was already is none. */
    Account change(String userId, UpdateProfileRequest request) {
        Set<String> fields = fields(request);
        return Objects.requireNonNull(transaction.execute(status -> {
            Account account = accounts.findLocked(userId).orElseThrow(ChangeProfile::notFound);
            if (!request.getEtag().isEmpty() && !request.getEtag().equals(account.etag())) {
                throw new DomainException(PlatformReason.ETAG_MISMATCH, "the profile has changed since it was read");
            }
            return save(account, fields, request.getProfile());
        }));
    }

    static DomainException notFound() {
        return new DomainException(UserReason.USER_NOT_FOUND, "no such user");
    }

    private Account save(Account account, Set<String> fields, ProfileChange change) {
        String displayName = fields.contains(DISPLAY_NAME) ? Lines.of(change.getDisplayName()) : account.displayName();
        String avatarUrl = fields.contains(AVATAR_URL) ? change.getAvatarUrl() : account.avatarUrl();
        if (displayName.equals(account.displayName()) && avatarUrl.equals(account.avatarUrl())) {
            return account;
        }
        Account changed = account.withProfile(displayName, avatarUrl);
        accounts.save(changed);
        outbox.publish(AccountProtos.updated(changed));
        return changed;
    }

    /** What the mask names; without a mask, what is there. */
    private static Set<String> fields(UpdateProfileRequest request) {
        ProfileChange change = request.getProfile();
        FieldMask mask = request.getUpdateMask();
        if (mask.getPathsCount() == 0) {
            var present = new LinkedHashSet<String>();
            change.getAllFields().keySet().forEach(field -> present.add(field.getName()));
            return present;
        }
        for (String path : mask.getPathsList()) {
            if (!List.of(DISPLAY_NAME, AVATAR_URL).contains(path)) {
                throw DomainException.field(
                        PlatformReason.INVALID_FIELD, "updateMask", "knows displayName and avatarUrl");
            }
        }
        if (mask.getPathsList().contains(DISPLAY_NAME) && !change.hasDisplayName()) {
            throw DomainException.field(PlatformReason.INVALID_FIELD, "profile.displayName", "cannot be cleared");
        }
        return Set.copyOf(mask.getPathsList());
    }
}
