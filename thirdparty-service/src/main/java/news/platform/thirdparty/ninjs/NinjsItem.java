package news.platform.thirdparty.ninjs;

import news.platform.thirdparty.item.IncomingItem;
import news.platform.thirdparty.item.SourceVersion;

/** One object of a batch, read. */
sealed interface NinjsItem {

    String uri();

    SourceVersion version();

    /** One that can be taken. */
    record Readable(IncomingItem item, SourceVersion version) implements NinjsItem {
        @Override
        public String uri() {
            return item.uri();
        }
    }

    /** One that cannot, and why. */
    record Refused(String uri, SourceVersion version, String detail) implements NinjsItem {}
}
