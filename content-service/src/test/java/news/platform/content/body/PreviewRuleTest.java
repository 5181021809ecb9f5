package news.platform.content.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import news.platform.html.HtmlPolicy;
import news.platform.html.HtmlSanitizer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What holds of the preview of every body: bodies are made at random, a failure names the seed of the one that broke it. */
class PreviewRuleTest {
    private static final List<String> WORDS = List.of(
            "rates", "央行", "3.5", "U.S.", "😀", "e\u0301", "&amp;", "&lt;p&gt;", "©", "\u200b", "Yahoo!", "\u3000");
    private static final List<String> ENDS = List.of(". ", "。", "！", "? ", "？”", "… ", " ", "<br />", "<br><br>", "");
    private static final List<String> INLINE = List.of("b", "em", "code", "a href=\"https://a.example/\"", "q", "mark");
    private static final List<String> BLOCKS =
            List.of("p", "div", "blockquote", "ul", "li", "h2", "pre", "figure", "table", "td", "section", "dl", "dd");

    @Test
    void isBoundedWellFormedStableAndTheBeginning() {
        LongStream.range(0, 3_000).forEach(seed -> {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var bounds = new PreviewProperties(random.nextInt(100) / 100.0, random.nextInt(400), random.nextInt(6));
            var bodies = new Bodies(bounds);

            var body = bodies.of(html(random, 4));

            var text = visible(body.html());
            var shown = visible(body.preview());
            assertThat(shown.length()).as("bound, seed %d", seed).isLessThanOrEqualTo(bounds.maxCharacters());
            assertThat(1.0 * shown.length())
                    .as("share, seed %d", seed)
                    .isLessThanOrEqualTo(text.length() * bounds.share());
            assertThat(text).as("beginning, seed %d", seed).startsWith(shown);
            assertThat(new Preview(bounds, new HtmlSanitizer(HtmlPolicy.ARTICLE)).of(body.html()))
                    .as("stable, seed %d", seed)
                    .isEqualTo(body.preview());
            assertThatCode(() -> xml("<body>" + body.preview() + "</body>"))
                    .as("well-formed, seed %d", seed)
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void triesBodiesThatHaveAPreview() {
        var bodies = new Bodies(new PreviewProperties(0.3, 300, 3));

        var shown = LongStream.range(0, 500)
                .mapToObj(seed -> bodies.of(
                        html(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), 4)))
                .filter(body -> !body.preview().isEmpty())
                .count();

        assertThat(shown).isGreaterThan(200);
    }

    /** Characters, each as one code point's worth, without any that cannot be seen. */
    private static String visible(String html) {
        return Jsoup.parseBodyFragment(html)
                .body()
                .wholeText()
                .codePoints()
                .filter(character -> !Character.isWhitespace(character)
                        && !Character.isSpaceChar(character)
                        && Character.getType(character) != Character.FORMAT
                        && !Character.isISOControl(character))
                // one char each, so that lengths are counts
                .map(character -> character > 0xffff ? 0xe000 + (character & 0xfff) : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void xml(String text) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String html(RandomGenerator random, int depth) {
        var html = new StringBuilder();
        IntStream.range(0, 1 + random.nextInt(6)).forEach(_ -> html.append(piece(random, depth)));
        return html.toString();
    }

    private static String piece(RandomGenerator random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(8)) {
            case 0, 1, 2 -> text(random);
            case 3 -> element(any(INLINE, random), text(random));
            case 4 -> "<img src=\"https://a.example/x.png\" />";
            case 5 -> "<" + any(BLOCKS, random) + ">" + text(random);
            default -> element(any(BLOCKS, random), html(random, depth - 1));
        };
    }

    private static String element(String tag, String content) {
        return "<" + tag + ">" + content + "</" + tag.split(" ")[0] + ">";
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        IntStream.range(0, random.nextInt(30))
                .forEach(_ -> text.append(any(WORDS, random)).append(random.nextInt(4) == 0 ? any(ENDS, random) : " "));
        return text.toString();
    }

    private static String any(List<String> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
