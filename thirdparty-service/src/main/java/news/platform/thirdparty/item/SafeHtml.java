package news.platform.thirdparty.item;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML reduced to what an article needs, by an allow-list; links absolute. */
final class SafeHtml {

    private static final int MAX_SENT = 400_000;
    private static final int MAX_KEPT = 200_000;
    private static final Pattern LINK = Pattern.compile("(?i)\\b(href|src)\\s*=");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd")
            .allowElements("blockquote", "q", "pre", "code", "em", "strong", "b", "i", "u", "s", "sub", "sup", "small")
            .allowElements("abbr", "cite", "del", "ins", "figure", "figcaption", "div", "span", "img", "a")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img", "abbr", "a")
            .allowAttributes("width", "height", "colspan", "rowspan")
            .matching(NUMBER)
            .onElements("img", "td", "th")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("nofollow", "noopener")
            .toFactory();

    private SafeHtml() {}

    static String of(RawText text, @Nullable String base) {
        String html =
                switch (text) {
                    case RawText.Plain(String value) -> paragraphs(value);
                    case RawText.Html(String value) -> value;
                };
        String bounded = Characters.head(Characters.clean(html), MAX_SENT);
        String safe = POLICY.sanitize(base == null ? bounded : withAbsoluteLinks(bounded, base));
        return safe.length() <= MAX_KEPT
                ? safe.strip()
                : POLICY.sanitize(Characters.head(safe, MAX_KEPT)).strip();
    }

    private static String withAbsoluteLinks(String html, String base) {
        if (!LINK.matcher(html).find()) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html, base);
        document.outputSettings().prettyPrint(false);
        for (Element element : document.select("[href]")) {
            element.attr("href", element.absUrl("href"));
        }
        for (Element element : document.select("[src]")) {
            element.attr("src", element.absUrl("src"));
        }
        return document.body().html();
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
