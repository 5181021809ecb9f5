package news.platform.policy;

/** Refuses impossible values in one wording. */
final class Checks {
    private Checks() {}

    static void require(boolean holds, String field, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": " + value + " (expected: " + expected + ")");
        }
    }
}
