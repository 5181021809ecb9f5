package news.platform.fuzz.wire;

/** Access tokens of callers who exist. Safe for several threads. */
@FunctionalInterface
public interface Tokens {
    /** A valid one of somebody with this role, one that was made before where it is still good. */
    String token(String role);

    /** The last one was refused. */
    default void refused() {}
}
