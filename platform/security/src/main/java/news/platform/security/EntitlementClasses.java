package news.platform.security;

import java.util.Optional;

/** The one place that decides how much an asker sees; replaced as a bean by whatever knows grants. Thread-safe. */
public interface EntitlementClasses {
    /** The class of a caller, or of an anonymous asker; never blocks. */
    EntitlementClass of(Optional<Caller> caller);
}
