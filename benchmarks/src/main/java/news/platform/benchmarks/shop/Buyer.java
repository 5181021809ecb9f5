package news.platform.benchmarks.shop;

/**
 * Who buys.
 *
 * @param token good for a quarter of an hour
 */
public record Buyer(String id, String token) {
    /** Without the token. */
    @Override
    public String toString() {
        return "Buyer[" + id + "]";
    }
}
