package news.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For whom an answer is good; services say so of what varies by entitlement, and the edge keeps it for no one else. */
public enum Audience {
    /** Everybody: nothing of it is paid for. */
    ALL,
    /** Whoever may not see the rest. */
    PREVIEW,
    /** Whoever may see everything. */
    FULL,
    /** Who asked, and nobody else. */
    PERSONAL;

    /** By its name on the wire; empty where there is none, or an unknown one. */
    public static Optional<Audience> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(audience -> audience.wireName().equals(name))
                .findFirst();
    }

    /** As it stands in a header. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
