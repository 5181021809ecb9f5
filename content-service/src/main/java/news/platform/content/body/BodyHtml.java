package news.platform.content.body;

import java.text.Normalizer;
import java.util.regex.Pattern;
import news.platform.text.Lines;
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

    private static final Pattern OTHER_THAN_LETTERS_AND_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]");

    /** Whether it shows nothing: neither text that can be seen nor a picture. */
    public boolean isBlank() {
        if (html.isBlank()) {
            return true;
        }
        var body = Jsoup.parseBodyFragment(html).body();
        return Lines.of(body.text()).isEmpty() && body.selectFirst("img[src]") == null;
    }

    /** How many blocks of it the preview has. */
    public int previewBlocks() {
        return Jsoup.parseBodyFragment(preview).body().childrenSize();
    }

    /** Whether it is more than can be kept and told to others. */
    public boolean isTooLarge() {
        return html.length() > MAX_LENGTH;
    }

    /**
     * The summary that everybody may read while the article is premium: one that only repeats the beginning of the body, as
     * those made for feeds without any do, ends where the preview ends. Spaces, signs and accents make no difference.
     */
    public String boundedSummary(String summary) {
        var said = letters(summary);
        var repeats = said.length() > letters(text(preview)).length()
                && letters(text(html)).startsWith(said);
        return repeats ? text(preview) : summary;
    }

    private static String text(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    private static String letters(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return OTHER_THAN_LETTERS_AND_DIGITS.matcher(decomposed).replaceAll("");
    }
}
