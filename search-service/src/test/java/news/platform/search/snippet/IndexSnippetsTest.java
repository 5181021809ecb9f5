package news.platform.search.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.platform.search.index.Fields;
import news.platform.search.snippet.TextSnippets.Texts;
import news.platform.search.text.NewsAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class IndexSnippetsTest {
    private static final int OF_A_SEGMENT = 7;
    private static final List<String> WORDS = List.of("rates", "gold", "央行降息。", "markets.", "Oil", "fell", "again.");

    @Test
    void marksAsTextsThemselvesAreMarked() throws IOException {
        var random = new Random(11);
        var texts = IntStream.range(0, 60)
                .mapToObj(_ -> new Texts(text(random, 6), text(random, 20), text(random, 150)))
                .toList();
        var documents = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.shuffle(documents, random);

        var snippets = marked(texts, documents);

        assertThat(snippets)
                .isEqualTo(TextSnippets.of(documents.stream().map(texts::get).toList(), marks()))
                .anyMatch(snippet -> snippet.text().contains("<em>"))
                .anyMatch(snippet -> snippet.title().isEmpty());
    }

    @Test
    void looksNoFurtherThanTheBeginningOfWhatIsLong() throws IOException {
        var filler = "something else ".repeat(6667);
        var snippets = marked(
                List.of(
                        new Texts("t", "", "Gold. " + filler + "silver gold gold gold"),
                        new Texts("t", "", filler + " and so on, gold"),
                        new Texts("t", "", filler.substring(0, 99_998) + " gold")),
                List.of(0, 1, 2));

        assertThat(snippets.get(0).text()).startsWith("<em>Gold</em>.").doesNotContain("silver");
        assertThat(snippets.subList(1, 3)).noneMatch(snippet -> snippet.text().contains("<em>"));
    }

    private static String text(Random random, int words) {
        var text = new StringBuilder();
        for (int left = random.nextInt(words); left > 0; left--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString().strip();
    }

    private static Query marks() {
        var marks = new BooleanQuery.Builder();
        for (var field : List.of(Fields.TITLE, Fields.SUMMARY, Fields.BODY)) {
            List.of("gold", "降息", "nowhere")
                    .forEach(term -> marks.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        }
        return marks.build();
    }

    /** Of an index of several segments, not in their order. */
    private static List<Snippet> marked(List<Texts> texts, List<Integer> documents) throws IOException {
        var config = new IndexWriterConfig(NewsAnalyzer.ofTexts()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, config)) {
            for (int at = 0; at < texts.size(); at++) {
                writer.addDocument(document(texts.get(at)));
                if (at % OF_A_SEGMENT == OF_A_SEGMENT - 1) {
                    writer.flush();
                }
            }
            try (var reader = DirectoryReader.open(writer)) {
                return IndexSnippets.of(
                        new IndexSearcher(reader),
                        marks(),
                        documents.stream().mapToInt(Integer::intValue).toArray());
            }
        }
    }

    private static Document document(Texts texts) {
        var document = new Document();
        add(document, Fields.TITLE, texts.title());
        add(document, Fields.SUMMARY, texts.summary());
        add(document, Fields.BODY, texts.body());
        return document;
    }

    private static void add(Document document, String field, String text) {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        if (!text.isEmpty()) {
            document.add(new Field(field, text, type));
            document.add(new BinaryDocValuesField(field, new BytesRef(text)));
        }
    }
}
