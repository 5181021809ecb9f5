package news.platform.security;

import java.util.Optional;
import java.util.Set;

/** Who works on the content sees it whole. */
final class RoleEntitlementClasses implements EntitlementClasses {
    private static final Set<String> FULL = Set.of("editor", "admin");

    @Override
    public EntitlementClass of(Optional<Caller> caller) {
        return caller.isPresent() && caller.get().hasAnyRole(FULL) ? EntitlementClass.FULL : EntitlementClass.PREVIEW;
    }
}
