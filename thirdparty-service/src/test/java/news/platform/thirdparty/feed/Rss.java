package news.platform.thirdparty.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

/** RSS for tests. */
final class Rss {
    private Rss() {}

    static byte[] feed(String title, String... items) {
        return ("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + title + "</title>"
                        + String.join("", items) + "</channel></rss>")
                .getBytes(UTF_8);
    }

    static String item(String guid, String title) {
        return item(guid, title, "<pubDate>Sat, 07 Sep 2002 00:00:01 GMT</pubDate>");
    }

    static String item(String guid, String title, String more) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title + "</title>"
                + "<link>https://paper.example/" + guid + "</link><description>About " + title + "</description>" + more
                + "</item>";
    }
}
