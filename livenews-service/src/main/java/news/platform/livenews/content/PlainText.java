package news.platform.livenews.content;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.platform.text.Lines;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML read aloud: its text, a line for each block that has something to be seen. */
final class PlainText {
    private PlainText() {}

    static String of(Element body) {
        var text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (breaksLine(node)) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (breaksLine(node)) {
                    text.append('\n');
                }
            }
        });
        return text.toString()
                .lines()
                .map(Lines::of)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining("\n"));
    }

    private static boolean breaksLine(Node node) {
        return node instanceof Element element
                && (element.isBlock() || element.normalName().equals("br"));
    }
}
