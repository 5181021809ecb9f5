package news.platform.content.body;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The first blocks of a body: the first one, then further ones until about 300 characters are shown. A block is never cut,
 * and the last block with text is never shown, so a body of one block has an empty preview.
 */
final class Preview {
    private static final int ENOUGH_CHARACTERS = 300;

    private Preview() {}

    static String of(String sanitizedHtml) {
        var document = Jsoup.parseBodyFragment(sanitizedHtml);
        document.outputSettings(new Document.OutputSettings().prettyPrint(false));
        var blocks = blocks(unwrapped(document.body()));
        var preview = new StringBuilder();
        var characters = 0;
        for (var block : blocks.subList(0, lastWithText(blocks))) {
            if (characters >= ENOUGH_CHARACTERS) {
                break;
            }
            preview.append(block.html());
            characters += block.text().length();
        }
        return characters == 0 ? "" : preview.toString();
    }

    /** Looks through wrappers: a div that holds everything is not a block. */
    private static Element unwrapped(Element element) {
        var current = element;
        while (current.childrenSize() == 1
                && current.child(0).nameIs("div")
                && current.ownText().isBlank()) {
            current = current.child(0);
        }
        return current;
    }

    private static List<Block> blocks(Element parent) {
        var blocks = new ArrayList<Block>();
        var run = new ArrayList<Node>();
        for (var node : parent.childNodes()) {
            if (node instanceof Element element && (element.isBlock() || element.nameIs("img"))) {
                flush(run, blocks);
                blocks.add(Block.of(List.of(element)));
            } else {
                run.add(node);
            }
        }
        flush(run, blocks);
        return blocks;
    }

    private static void flush(List<Node> run, List<Block> blocks) {
        if (!run.isEmpty()) {
            blocks.add(Block.of(run));
            run.clear();
        }
    }

    private static int lastWithText(List<Block> blocks) {
        for (var index = blocks.size() - 1; index > 0; index--) {
            if (!blocks.get(index).text().isBlank()) {
                return index;
            }
        }
        return 0;
    }

    /** One block, or the text and inline elements between two blocks. */
    private record Block(String html, String text) {
        static Block of(List<? extends Node> nodes) {
            var html = new StringBuilder();
            var text = new StringBuilder();
            for (var node : nodes) {
                html.append(node.outerHtml());
                text.append(
                        switch (node) {
                            case Element element -> element.text();
                            case TextNode textNode -> textNode.text();
                            case Node other -> "";
                        });
            }
            return new Block(html.toString(), text.toString());
        }
    }
}
