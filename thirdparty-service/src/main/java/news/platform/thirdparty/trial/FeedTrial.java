package news.platform.thirdparty.trial;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import news.platform.thirdparty.clean.ItemCleaner;
import news.platform.thirdparty.fetch.FetchResult.Content;
import news.platform.thirdparty.parse.Feed;
import news.platform.thirdparty.parse.FeedReader;
import news.platform.thirdparty.parse.UnreadableFeedException;

/** One file through the reader and the cleaner of a poll, as if its host had sent it without a content type. */
final class FeedTrial {
    /** As large as a body may be by default. */
    private static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final URI BASE = URI.create("https://trial.invalid/");

    private final FeedReader reader;
    private final ItemCleaner cleaner;

    FeedTrial(FeedReader reader, ItemCleaner cleaner) {
        this.reader = reader;
        this.cleaner = cleaner;
    }

    /** How it went. */
    enum Kind {
        OK,
        LENIENT,
        REFUSED
    }

    /**
     * What became of a file.
     *
     * @param items those with something in them
     * @param fault what is wrong with it; empty where nothing is
     */
    record Outcome(Kind kind, String title, long items, String fault) {}

    Outcome of(Path file) throws IOException {
        byte[] bytes;
        try (InputStream content = Files.newInputStream(file)) {
            bytes = content.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            return new Outcome(Kind.REFUSED, "", 0, "more than " + MAX_BYTES + " bytes");
        }
        try {
            Feed feed = reader.read(new Content(BASE, bytes, null, null, null, null));
            long items = feed.items().stream()
                    .filter(item -> cleaner.clean(item).isPresent())
                    .count();
            return new Outcome(feed.lenient() ? Kind.LENIENT : Kind.OK, feed.title(), items, feed.fault());
        } catch (UnreadableFeedException refused) {
            return new Outcome(Kind.REFUSED, "", 0, String.valueOf(refused.getMessage()));
        }
    }
}
