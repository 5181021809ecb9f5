package news.platform.livenews.content;

import java.util.List;
import java.util.Optional;
import news.platform.text.Lines;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A title inside 【】 at the beginning of a text, as Chinese flashes carry it, whatever markup it stands in.
 *
 * @param text the title, on one line
 * @param body what it stands at the beginning of
 * @param length how far it reaches, brackets and the space around them included
 */
record BracketedTitle(String text, Element body, int length) {
    private static final int MAX_LENGTH = 300;

    /** The title at the beginning of this; empty where there is none, or one that is longer than a title may be. */
    static Optional<BracketedTitle> find(Element body) {
        var all = new StringBuilder();
        texts(body).forEach(text -> all.append(text.getWholeText()));
        int begin = skipSpace(all, 0);
        int end = all.indexOf("】", begin);
        if (begin == all.length() || all.charAt(begin) != '【' || end < 0) {
            return Optional.empty();
        }
        var title = Lines.of(all.substring(begin + 1, end));
        return title.isEmpty() || title.codePointCount(0, title.length()) > MAX_LENGTH
                ? Optional.empty()
                : Optional.of(new BracketedTitle(title, body, skipSpace(all, end + 1)));
    }

    /** Takes it out of what it stands in, with the markup that then holds nothing and the line breaks behind it. */
    void takeOut() {
        int left = length;
        for (var text : texts(body)) {
            var whole = text.getWholeText();
            int cut = Math.min(left, whole.length());
            left -= cut;
            if (cut < whole.length()) {
                text.text(whole.substring(cut));
                return;
            }
            removeEmpty(text);
        }
    }

    private void removeEmpty(Node emptied) {
        var parent = emptied.parent();
        while (emptied.nextSibling() instanceof Element next
                && next.normalName().equals("br")) {
            next.remove();
        }
        emptied.remove();
        if (parent != null && parent != body && parent.childNodeSize() == 0) {
            removeEmpty(parent);
        }
    }

    private static List<TextNode> texts(Element body) {
        return body.nodeStream(TextNode.class).toList();
    }

    private static int skipSpace(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
