package news.platform.persistence.page;

/**
 * Which page of a list is asked for.
 *
 * @param size how many rows it has at most: 20 where the request says 0, never more than 100
 * @param token where it begins: what came with the page before; empty for the first page
 */
public record PageRequest(int size, String token) {
    /**
     * As a request says it.
     *
     * @throws news.platform.error.DomainException INVALID_FIELD of {@code pageSize} where the size is negative
     */
    public PageRequest {
        size = PageSize.of(size);
    }
}
