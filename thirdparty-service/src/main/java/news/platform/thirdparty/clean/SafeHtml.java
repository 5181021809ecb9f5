package news.platform.thirdparty.clean;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.platform.html.HtmlPolicy;
import news.platform.html.HtmlSanitizer;
import news.platform.thirdparty.fetch.Urls;
import org.jspecify.annotations.Nullable;

/** HTML reduced to what an article may consist of; links absolute. The same input gives the same output for ever. */
final class SafeHtml {
    /** A hostile text costs some ten times an ordinary one; this bounds it to a fraction of a second. */
    private static final int MAX_READ = 200_000;

    private static final int MAX_KEPT = 200_000;
    private static final HtmlSanitizer SANITIZER = new HtmlSanitizer(HtmlPolicy.ARTICLE);

    private SafeHtml() {}

    static String of(RawText text, @Nullable String base) {
        String html =
                switch (text) {
                    case RawText.Plain(String value) -> paragraphs(Characters.head(value, MAX_READ));
                    case RawText.Html(String value) -> Characters.head(value, MAX_READ);
                };
        Optional<URI> outer = Optional.ofNullable(base).flatMap(Urls::web);
        UnaryOperator<String> absolute = address -> absolute(outer, address);
        String safe = SANITIZER.sanitize(Characters.clean(html), absolute);
        return safe.length() <= MAX_KEPT
                ? safe.strip()
                : SANITIZER.sanitize(Characters.head(safe, MAX_KEPT), absolute).strip();
    }

    private static String absolute(Optional<URI> base, String address) {
        return base.map(outer -> Urls.resolve(outer, address))
                .orElseGet(() -> Urls.web(address))
                .map(URI::toString)
                .orElse("");
    }

    private static String paragraphs(String text) {
        var html = new StringBuilder();
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
