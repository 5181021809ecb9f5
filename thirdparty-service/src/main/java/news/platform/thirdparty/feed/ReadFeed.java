package news.platform.thirdparty.feed;

import java.util.List;
import java.util.Objects;
import news.platform.thirdparty.clean.IncomingItem;
import news.platform.thirdparty.clean.ItemCleaner;
import news.platform.thirdparty.feed.FeedSource.Validators;
import news.platform.thirdparty.fetch.FetchFailure;
import news.platform.thirdparty.fetch.FetchRequest;
import news.platform.thirdparty.fetch.FetchResult;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.parse.Feed;
import news.platform.thirdparty.parse.FeedReader;
import news.platform.thirdparty.parse.UnreadableFeedException;
import org.springframework.stereotype.Component;

/** Fetches a source and reads what came: the part of a poll that needs no database. */
@Component
final class ReadFeed {
    private final Fetcher fetcher;
    private final FeedReader reader = new FeedReader();
    private final ItemCleaner cleaner;

    ReadFeed(Fetcher fetcher, ItemCleaner cleaner) {
        this.fetcher = fetcher;
        this.cleaner = cleaner;
    }

    PollResult read(FeedSource source) {
        Validators known = source.validators();
        return switch (fetcher.fetch(new FetchRequest(source.uri(), known.etag(), known.lastModified()))) {
            case FetchResult.NotModified unchanged -> new PollResult.NotModified(unchanged.movedTo());
            case FetchResult.Failed failed
            when failed.reason() == FetchFailure.GONE ->
                new PollResult.Gone(failed.reason().name(), failed.detail());
            case FetchResult.Failed failed ->
                new PollResult.Failed(failed.reason().name(), failed.detail(), failed.retryAfter());
            case FetchResult.Content content -> read(source, content);
        };
    }

    private PollResult read(FeedSource source, FetchResult.Content content) {
        try {
            Feed feed = reader.read(content);
            List<IncomingItem> items = feed.items().stream()
                    .flatMap(raw -> cleaner.clean(raw).stream())
                    .map(item -> item.from(sourceName(source, feed), List.of(source.channelId()), List.of()))
                    .toList();
            return new PollResult.Items(
                    feed.format(),
                    feed.title(),
                    items,
                    new Validators(content.etag(), content.lastModified()),
                    feed.lenient(),
                    content.movedTo(),
                    note(feed, items));
        } catch (UnreadableFeedException unreadable) {
            return new PollResult.Failed("BAD_FEED", Objects.requireNonNullElse(unreadable.getMessage(), ""), null);
        }
    }

    private static String sourceName(FeedSource source, Feed feed) {
        return source.name().isEmpty() && !feed.title().isEmpty() ? feed.title() : source.displayName();
    }

    private static String note(Feed feed, List<IncomingItem> items) {
        long undated = items.stream().filter(item -> item.publishTime() == null).count();
        int empty = feed.items().size() - items.size();
        String dates = undated == 0 ? "" : undated + " of " + items.size() + " items without a date that makes sense. ";
        String blanks = empty == 0 ? "" : empty + " items with nothing in them.";
        String fault = feed.lenient() ? " Not well-formed, read leniently: " + feed.fault() : "";
        return (dates + blanks + fault).strip();
    }
}
