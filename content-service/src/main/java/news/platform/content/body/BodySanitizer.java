package news.platform.content.body;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The allow-list of bodies; README.md has the table. Whatever is not named here loses its tag and keeps its
 * text, except script, style and the like, which go with their content.
 */
final class BodySanitizer {
    /** Emoji and the like; full-width forms, which is most of Chinese punctuation. */
    private static final Pattern PLAIN = Pattern.compile("&#x((?:[1-9a-f]|10)[0-9a-f]{4}|ff[0-9a-e][0-9a-f]);");

    private static final String REL = "rel=\"nofollow noopener\"";
    private static final String REL_OTHERWISE = "rel=\"noopener nofollow\"";
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,4}");
    private static final Pattern TIME = Pattern.compile("[0-9TZ:+.-]{4,40}");

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre")
            .allowElements("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowElements("strong", "b", "em", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup")
            .allowElements("code", "q", "cite", "abbr", "time")
            .allowElements("a", "img")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener")
            .allowAttributes("src")
            .matching(BodySanitizer::httpsOnly)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(SIZE)
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(SIZE)
            .onElements("th", "td")
            .allowAttributes("title")
            .onElements("a", "abbr", "img")
            .allowAttributes("datetime")
            .matching(TIME)
            .onElements("time")
            .toFactory();

    private BodySanitizer() {}

    static String sanitize(String untrusted) {
        return plain(ALLOWED.sanitize(untrusted));
    }

    /**
     * Makes equal bodies equal bytes, whatever order the sanitizer's sets have in this process, and undoes references that the sanitizer writes for the sake of browsers long gone: characters that have no meaning in
     * text nor in a quoted attribute, which would make bodies longer and searching them harder.
     */
    private static String plain(String html) {
        var text = html.replace("&#61;", "=")
                .replace("&#64;", "@")
                .replace("&#43;", "+")
                .replace(REL_OTHERWISE, REL);
        return PLAIN.matcher(text).replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }

    static String escape(String text) {
        return Entities.escape(text);
    }

    private static @Nullable String httpsOnly(String element, String attribute, String value) {
        return value.strip().toLowerCase(Locale.ROOT).startsWith("https://") ? value : null;
    }
}
