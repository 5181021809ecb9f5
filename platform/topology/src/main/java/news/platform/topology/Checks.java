package news.platform.topology;

final class Checks {
    private Checks() {}

    static void require(boolean holds, String field, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "platform.json: " + field + ": " + value + " (expected: " + expected + ")");
        }
    }
}
