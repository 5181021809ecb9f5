package news.platform.livenews.content;

import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.html.HtmlPolicy;
import news.platform.html.HtmlSanitizer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * What a live says.
 *
 * @param title plain text, empty for none
 * @param html safe to show, without the title; empty where it shows nothing
 * @param text the same as plain text, a line for each block
 */
public record Content(String title, String html, String text) {
    private static final HtmlSanitizer SANITIZER = new HtmlSanitizer(HtmlPolicy.ARTICLE);

    /**
     * Made of what somebody sent: markup that is not on the allow-list is taken out, and so is a title inside 【】 at the
     * beginning, which becomes the title where there is no other.
     */
    public static Content of(String title, String untrustedHtml) {
        var safe = SANITIZER.sanitize(untrustedHtml);
        var body = body(safe);
        var bracketed = BracketedTitle.find(body).filter(found -> title.isEmpty() || title.equals(found.text()));
        bracketed.ifPresent(BracketedTitle::takeOut);
        // what was parsed and written again is not what the sanitizer made, so it is made safe again
        var html = bracketed.isPresent() ? SANITIZER.sanitize(body.html()) : safe;
        var text = PlainText.of(body);
        var shows = !text.isEmpty() || body.selectFirst("img[src]") != null;
        return new Content(bracketed.map(BracketedTitle::text).orElse(title), shows ? html.strip() : "", text);
    }

    /** The same made of plain text. */
    public static Content ofText(String title, String text) {
        return of(title, text.isBlank() ? "" : "<p>" + Entities.escape(text) + "</p>");
    }

    /** The same under another title. */
    public Content titled(String newTitle) {
        return new Content(newTitle, html, text);
    }

    /** Whether there is nothing to be seen. */
    public boolean isBlank() {
        return title.isBlank() && html.isEmpty();
    }

    /**
     * Itself, where it is not blank.
     *
     * @param field the request's field that it comes from
     * @throws DomainException INVALID_FIELD where it is
     */
    public Content required(String field) {
        if (isBlank()) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD,
                    field,
                    "shows nothing (expected: a text or a picture in it, within at most " + HtmlSanitizer.MAX_DEPTH
                            + " elements, or a title)");
        }
        return this;
    }

    private static Element body(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body();
    }
}
