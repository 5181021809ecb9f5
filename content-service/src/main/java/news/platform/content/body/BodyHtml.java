package news.platform.content.body;

import org.jsoup.Jsoup;

/**
 * The body of an article, safe to show; made by {@link Bodies}.
 *
 * @param html the whole, sanitised; empty where there is none
 * @param preview the beginning that everybody may read while the article is premium, never the whole; empty where nothing may
 *     be shown
 */
public record BodyHtml(String html, String preview) {
    /** What a body may have when it is safe: escaping makes some texts many times as long. */
    private static final int MAX_LENGTH = 1 << 20;

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
