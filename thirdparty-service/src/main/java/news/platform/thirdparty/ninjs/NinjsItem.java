package news.platform.thirdparty.ninjs;

import news.platform.thirdparty.item.NamedVersion;
import news.platform.thirdparty.item.SourceVersion;

/** One object of a batch, read. */
sealed interface NinjsItem {
    String uri();

    SourceVersion version();

    /** One that can be taken. */
    record Readable(NamedVersion named) implements NinjsItem {
        @Override
        public String uri() {
            return named.item().uri();
        }

        @Override
        public SourceVersion version() {
            return named.version();
        }
    }

    /**
     * One that cannot.
     *
     * @param field which of its fields is wrong; empty where it is no object
     * @param detail why, for a person to read
     */
    record Refused(String uri, SourceVersion version, Why why, String field, String detail) implements NinjsItem {}

    /** Why one cannot be taken. */
    enum Why {
        /** It cannot be understood. */
        INVALID_ITEM(400),
        /** Its sender is not registered for what it claims. */
        NOT_ALLOWED(403);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
