package news.platform.content.body;

import org.jsoup.Jsoup;

/**
 * The body of an article, safe to show.
 *
 * @param html the whole, sanitised; empty where there is none
 * @param preview the blocks that everybody may read of a premium body, never the whole; empty where nothing may be shown
 */
public record BodyHtml(String html, String preview) {
    /** What a body may have when it is safe: escaping makes some texts many times as long. */
    private static final int MAX_LENGTH = 1 << 20;

    /** The body made of what somebody sent: markup that is not on the allow-list is taken out. */
    public static BodyHtml of(String untrusted) {
        var html = BodySanitizer.sanitize(untrusted);
        return new BodyHtml(html, Preview.of(html));
    }

    /** The body made of plain text, one paragraph; empty for blank text. */
    public static BodyHtml ofText(String text) {
        return of(text.isBlank() ? "" : "<p>" + BodySanitizer.escape(text) + "</p>");
    }

    /** Whether it shows nothing: neither text nor a picture. */
    public boolean isBlank() {
        if (html.isBlank()) {
            return true;
        }
        var body = Jsoup.parseBodyFragment(html).body();
        return !body.hasText() && body.selectFirst("img") == null;
    }

    /** Whether it is more than can be kept and told to others. */
    public boolean isTooLarge() {
        return html.length() > MAX_LENGTH;
    }
}
