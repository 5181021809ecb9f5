package news.platform.content.body;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What stands between two breaks of a body: a paragraph, a list item, a table cell, the text before a line break; or one
 * picture, which has no text.
 *
 * @param nodes its text, in pieces where parts of it are marked up; empty for a picture
 * @param text the pieces together, as written
 * @param visibleCharacters how many code points of it are neither space nor control nor format characters
 */
record TextBlock(List<TextNode> nodes, String text, long visibleCharacters) {
    private static final TextBlock PICTURE = new TextBlock(List.of(), "", 0);

    /** The blocks below an element, in order; those without visible text left out, pictures not. */
    static List<TextBlock> of(Element body) {
        var reader = new Reader();
        body.traverse(reader);
        reader.flush();
        return reader.blocks;
    }

    /** Where the last sentence ends that fits, counted in chars of the text; 0 where none does. */
    int sentencesWithin(long visible) {
        // languages share these rules: a full stop and a space, or one of 。！？ alone
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        var fitting = 0;
        var start = sentences.first();
        var left = visible;
        for (var end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            var sentence = text.substring(start, end);
            left -= visible(sentence);
            if (left < 0) {
                break;
            }
            fitting = start + sentence.stripTrailing().length();
            start = end;
        }
        return fitting;
    }

    /** Takes out of the document whatever stands behind this place of the text. */
    void endAt(int end) {
        var start = 0;
        for (var node : nodes) {
            var length = node.getWholeText().length();
            if (end <= start + length) {
                node.text(node.getWholeText().substring(0, end - start));
                removeAllAfter(node);
                return;
            }
            start += length;
        }
    }

    private static void removeAllAfter(Node last) {
        Node node = last;
        for (var parent = node.parent(); parent != null; parent = node.parent()) {
            // from the end, since removing from the middle moves all that follow
            while (parent.childNodeSize() > node.siblingIndex() + 1) {
                parent.childNode(parent.childNodeSize() - 1).remove();
            }
            node = parent;
        }
    }

    private static long visible(String text) {
        return text.codePoints().filter(TextBlock::isVisible).count();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default -> true;
        };
    }

    /** Splits at blocks, line breaks and pictures. */
    private static final class Reader implements NodeVisitor {
        private final List<TextBlock> blocks = new ArrayList<>();
        private final List<TextNode> nodes = new ArrayList<>();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                nodes.add(text);
            } else if (node instanceof Element element) {
                if (element.nameIs("img")) {
                    flush();
                    blocks.add(PICTURE);
                } else if (breaks(element)) {
                    flush();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && breaks(element)) {
                flush();
            }
        }

        void flush() {
            var text = new StringBuilder();
            nodes.forEach(node -> text.append(node.getWholeText()));
            var visible = visible(text.toString());
            if (visible > 0) {
                blocks.add(new TextBlock(List.copyOf(nodes), text.toString(), visible));
            }
            nodes.clear();
        }

        private static boolean breaks(Element element) {
            return element.isBlock() || element.nameIs("br");
        }
    }
}
