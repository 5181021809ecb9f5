package news.platform.thirdparty.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import news.platform.thirdparty.clean.RawItem;
import news.platform.thirdparty.fetch.FetchResult.Content;

/** How the tests of this package read. */
final class Reading {
    static final URI BASE = URI.create("https://paper.example/feeds/all.xml");

    private static final FeedReader READER = new FeedReader();

    private Reading() {}

    static Feed read(String text) throws UnreadableFeedException {
        return read(text.getBytes(UTF_8), "");
    }

    static Feed read(byte[] bytes, String contentType) throws UnreadableFeedException {
        return READER.read(content(bytes, contentType));
    }

    static Content content(byte[] bytes, String contentType) {
        return new Content(BASE, bytes, contentType, null, null, null);
    }

    static RawItem rssItem(String inside) throws UnreadableFeedException {
        return read("<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'>"
                        + "<channel><title>t</title><item>" + inside + "</item></channel></rss>")
                .items()
                .getFirst();
    }

    static RawItem atomEntry(String inside) throws UnreadableFeedException {
        return read("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'><title>t</title><entry>"
                        + inside + "</entry></feed>")
                .items()
                .getFirst();
    }
}
