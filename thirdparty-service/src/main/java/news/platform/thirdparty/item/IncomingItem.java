package news.platform.thirdparty.item;

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

    public IncomingItem from(String newSourceName, List<String> newChannelIds, List<String> newSymbols) {
        return new IncomingItem(
                uri,
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
                withdrawn);
    }

    IncomingItem named(String newUri) {
        return new IncomingItem(
                newUri,
                title,
                summary,
                bodyHtml,
                lang,
                url,
                publishTime,
                bylines,
                channelIds,
                symbols,
                tags,
                sourceName,
                coverUrl,
                withdrawn);
    }

    public IncomingItem asWithdrawn() {
        return new IncomingItem(
                uri,
                title,
                summary,
                bodyHtml,
                lang,
                url,
                publishTime,
                bylines,
                channelIds,
                symbols,
                tags,
                sourceName,
                coverUrl,
                true);
    }
}
