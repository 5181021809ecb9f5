package news.platform.thirdparty.clean;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clean item: plain title and summary, safe body, everything bounded.
 *
 * @param uri names it among the items of its origin
 * @param publishTime null: the time of arrival will do
 * @param withdrawn true when its source takes it back
 */
public record IncomingItem(
        String uri,
        String title,
        String summary,
        String bodyHtml,
        String lang,
        String url,
        @Nullable Instant publishTime,
        List<String> bylines,
        List<String> channelIds,
        List<String> symbols,
        List<String> tags,
        String sourceName,
        String coverUrl,
        boolean withdrawn) {
    /** With what its sender says of it rather than the item itself. */
    public IncomingItem from(String newSourceName, List<String> newChannelIds, List<String> newSymbols) {
        return with(uri, newSourceName, newChannelIds, newSymbols, withdrawn);
    }

    /** The same under another uri. */
    public IncomingItem named(String newUri) {
        return with(newUri, sourceName, channelIds, symbols, withdrawn);
    }

    /** The same, taken back. */
    public IncomingItem asWithdrawn() {
        return with(uri, sourceName, channelIds, symbols, true);
    }

    private IncomingItem with(
            String newUri,
            String newSourceName,
            List<String> newChannelIds,
            List<String> newSymbols,
            boolean newWithdrawn) {
        return new IncomingItem(
                newUri,
                title,
                summary,
                bodyHtml,
                lang,
                url,
                publishTime,
                bylines,
                newChannelIds,
                newSymbols,
                tags,
                newSourceName,
                coverUrl,
                newWithdrawn);
    }
}
