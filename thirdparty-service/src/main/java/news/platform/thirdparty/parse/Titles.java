package news.platform.thirdparty.parse;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import news.platform.thirdparty.clean.RawText;
import org.jsoup.parser.Tag;

/**
 * Titles as they are meant. RSS does not say whether a title is markup; Atom does and is often wrong. Only what can be nothing
 * else counts as markup (an element of HTML that is opened and closed, that has attributes, or that stands alone), so
 * {@code List<String>} and "the &lt;a&gt; element" stay; and what was escaped once too often is unescaped once more.
 */
final class Titles {
    private static final Set<String> STAND_ALONE = Set.of("br", "hr", "img", "wbr");
    /** Stands where a comment was: no text of XML has it, no tag has it inside, and cleaning takes it out. */
    private static final String COMMENT = "\0";

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)((?:\\s[^<>\0]*)?)/?>");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");

    private Titles() {}

    static RawText of(String value) {
        String title = value.length() <= RawText.MAX_READ ? value : value.substring(0, RawText.MAX_READ);
        String once = read(title);
        return new RawText.Plain(REFERENCE.matcher(once).find() ? read(once) : once);
    }

    private static String read(String text) {
        String title = withoutComments(text);
        List<MatchResult> tags = TAG.matcher(title).results().toList();
        BitSet markup = markup(tags);
        var html = new StringBuilder(title.length() + 16);
        int end = 0;
        for (int i = 0; i < tags.size(); i++) {
            MatchResult tag = tags.get(i);
            html.append(literal(title.substring(end, tag.start())));
            html.append(markup.get(i) ? tag.group() : literal(tag.group()));
            end = tag.end();
        }
        html.append(literal(title.substring(end)));
        return new RawText.Html(html.toString()).readable();
    }

    /** A comment ends as it should, else with its first {@code >}; one that does neither is text. Each end is sought once. */
    private static String withoutComments(String text) {
        int lastEnd = text.lastIndexOf("-->");
        int lastBracket = text.lastIndexOf('>');
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        int start = text.indexOf("<!--");
        while (start >= 0 && start + 4 <= lastBracket) {
            rest.append(text, from, start).append(COMMENT);
            from = start + 4 <= lastEnd ? text.indexOf("-->", start + 4) + 3 : text.indexOf('>', start + 4) + 1;
            start = text.indexOf("<!--", from);
        }
        return rest.append(text, from, text.length()).toString();
    }

    private static BitSet markup(List<MatchResult> tags) {
        var markup = new BitSet();
        var open = new HashMap<String, Deque<Integer>>();
        for (int i = 0; i < tags.size(); i++) {
            MatchResult tag = tags.get(i);
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            if (STAND_ALONE.contains(name)) {
                markup.set(i);
            }
            if (STAND_ALONE.contains(name) || !Tag.isKnownTag(name)) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.computeIfAbsent(name, _ -> new ArrayDeque<>()).push(i);
                markup.set(i, tag.group(3).contains("="));
            } else {
                Integer opening = open.getOrDefault(name, new ArrayDeque<>()).poll();
                if (opening != null) {
                    markup.set(opening);
                    markup.set(i);
                }
            }
        }
        return markup;
    }

    private static String literal(String text) {
        return text.replace("<", "&lt;");
    }
}
