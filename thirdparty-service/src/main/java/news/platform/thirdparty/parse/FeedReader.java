package news.platform.thirdparty.parse;

import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import news.platform.thirdparty.fetch.FetchResult.Content;

/** Reads any feed, whatever its kind, encoding and faults. Bounded in memory; thread-safe. */
public final class FeedReader {
    /** A hostile 5 MiB costs some fifty times that as a tree: few at a time keeps a small heap alive. */
    private static final int AT_ONCE = 2;

    /** Blanks, and byte order marks that were written more than once. */
    private static final Pattern LEADING = Pattern.compile("^[\\s\\uFEFF\\x00]+");

    private final Semaphore turn = new Semaphore(AT_ONCE, true);
    private final XmlFeedParser xml = new XmlFeedParser();
    private final JsonFeedParser json = new JsonFeedParser();

    /** Refuses, saying why, what is no feed or cannot be read safely. */
    public Feed read(Content content) throws UnreadableFeedException {
        turn.acquireUninterruptibly();
        try {
            String text = FeedEncoding.decode(content.bytes(), content.contentType());
            String start = LEADING.matcher(text).replaceFirst("");
            if (start.isEmpty()) {
                throw new UnreadableFeedException("empty");
            }
            return start.charAt(0) == '{' ? json.parse(start, content.base()) : xml.parse(start, content.base());
        } catch (RuntimeException broken) {
            // the libraries below answer bytes that break their expectations with whatever they trip over
            throw new UnreadableFeedException("broken beyond reading", broken);
        } finally {
            turn.release();
        }
    }
}
