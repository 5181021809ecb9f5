package news.platform.persistence.page;

import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;

/**
 * Which page of a list is asked for.
 *
 * @param size how many rows it has at most: 20 where the request says 0, never more than 100
 * @param token where it begins: what came with the page before; empty for the first page
 */
public record PageRequest(int size, String token) {
    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    /**
     * As a request says it.
     *
     * @throws DomainException INVALID_FIELD of {@code pageSize} where the size is negative
     */
    public PageRequest {
        if (size < 0) {
            throw DomainException.field(PlatformReason.INVALID_FIELD, "pageSize", size + " (expected: >= 0)");
        }
        size = size == 0 ? DEFAULT : Math.min(size, MAX);
    }
}
