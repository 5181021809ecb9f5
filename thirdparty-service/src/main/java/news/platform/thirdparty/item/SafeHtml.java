package news.platform.thirdparty.item;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.platform.thirdparty.fetch.Urls;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML reduced to what an article needs, by an allow-list; links absolute. The same input gives the same output for ever. */
final class SafeHtml {

    /** A hostile text costs some ten times an ordinary one; this bounds it to a fraction of a second. */
    private static final int MAX_READ = 200_000;

    private static final int MAX_KEPT = 200_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private SafeHtml() {}

    static String of(RawText text, @Nullable String base) {
        String html =
                switch (text) {
                    case RawText.Plain(String value) -> paragraphs(Characters.head(value, MAX_READ));
                    case RawText.Html(String value) -> Characters.head(value, MAX_READ);
                };
        PolicyFactory policy = policy(Optional.ofNullable(base).flatMap(Urls::web));
        String safe = policy.sanitize(Characters.clean(html));
        return safe.length() <= MAX_KEPT
                ? safe.strip()
                : policy.sanitize(Characters.head(safe, MAX_KEPT)).strip();
    }

    private static PolicyFactory policy(Optional<URI> base) {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd")
                .allowElements(
                        "blockquote", "q", "pre", "code", "em", "strong", "b", "i", "u", "s", "sub", "sup", "small")
                .allowElements("abbr", "cite", "del", "ins", "figure", "figcaption", "div", "span", "img", "a")
                .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
                .allowAttributes("href")
                .matching((element, attribute, value) -> link(base, value))
                .onElements("a")
                .allowAttributes("src")
                .matching((element, attribute, value) -> link(base, value))
                .onElements("img")
                .allowAttributes("alt", "title")
                .onElements("img", "abbr", "a")
                .allowAttributes("width", "height", "colspan", "rowspan")
                .matching(NUMBER)
                .onElements("img", "td", "th")
                .allowUrlProtocols("http", "https", "mailto")
                .requireRelNofollowOnLinks()
                .toFactory();
    }

    private static @Nullable String link(Optional<URI> base, String value) {
        if (value.strip().toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            return value;
        }
        return base.map(outer -> Urls.resolve(outer, value))
                .orElseGet(() -> Urls.web(value))
                .map(URI::toString)
                .orElse(null);
    }

    private static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            if (!paragraph.isBlank()) {
                html.append("<p>")
                        .append(escaped(paragraph.strip()).replaceAll("\\R", "<br>"))
                        .append("</p>");
            }
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
