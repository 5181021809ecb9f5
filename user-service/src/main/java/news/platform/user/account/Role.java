package news.platform.user.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a user may do; in this order wherever roles are listed. */
enum Role {
    READER,
    EDITOR,
    MODERATOR,
    ADMIN;

    /** As in tokens, messages and the database: "reader". */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).toList();
    }

    static Set<Role> of(Collection<String> labels) {
        var roles = EnumSet.noneOf(Role.class);
        labels.forEach(label -> roles.add(Role.valueOf(label.toUpperCase(Locale.ROOT))));
        return roles;
    }
}
