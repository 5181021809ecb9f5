package news.platform.user.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An account that is not deleted. The version rises with each change and is the etag.
 *
 * @param phone empty where there is none
 */
public record Account(
        String id,
        String email,
        String phone,
        String displayName,
        String avatarUrl,
        Set<Role> roles,
        long version,
        Instant createTime) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** The roles as an access token names them. */
    public List<String> roleLabels() {
        return Role.labels(roles);
    }

    /** Whether this may no more than readers may. */
    public boolean isReader() {
        return Set.of(Role.READER).containsAll(roles);
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    Account withProfile(String newDisplayName, String newAvatarUrl) {
        return new Account(id, email, phone, newDisplayName, newAvatarUrl, roles, version + 1, createTime);
    }

    Account withRoles(Set<Role> newRoles) {
        return new Account(id, email, phone, displayName, avatarUrl, newRoles, version + 1, createTime);
    }
}
