package news.platform.persistence.page;

import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;

/** How many rows a page has: 20 where the request names none (0), never more than 100. */
public final class PageSize {
    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    private PageSize() {}

    /**
     * The size to use.
     *
     * @throws DomainException INVALID_FIELD of {@code pageSize} where it is negative
     */
    public static int of(int requested) {
        if (requested < 0) {
            throw DomainException.field(PlatformReason.INVALID_FIELD, "pageSize", requested + " (expected: >= 0)");
        }
        return requested == 0 ? DEFAULT : Math.min(requested, MAX);
    }
}
