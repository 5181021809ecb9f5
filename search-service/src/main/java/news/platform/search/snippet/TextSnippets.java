package news.platform.search.snippet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import news.platform.search.index.Fields;
import news.platform.search.text.NewsAnalyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Snippets of texts that are taken apart once more. One thread. */
public final class TextSnippets extends Snippets {
    private TextSnippets() {
        super(UnifiedHighlighter.builderWithoutSearcher(NewsAnalyzer.ofTexts()));
    }

    /** Of these texts, in their order; {@code marked} has single terms alone. */
    public static List<Snippet> of(List<Texts> texts, Query marked) {
        var snippets = new TextSnippets();
        return texts.stream()
                .map(text -> new Snippet(
                        snippets.marked(Fields.TITLE, text.title, marked, 1),
                        best(
                                snippets.marked(Fields.BODY, text.body, marked, BODY_PASSAGES),
                                snippets.marked(Fields.SUMMARY, text.summary, marked, 1))))
                .toList();
    }

    private String marked(String field, String text, Query marked, int passages) {
        try {
            var found = text.isEmpty() ? null : highlightWithoutSearcher(field, marked, text, passages);
            return found == null ? "" : found.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is shown of an item, plain. */
    public record Texts(String title, String summary, String body) {}
}
