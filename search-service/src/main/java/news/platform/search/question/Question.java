package news.platform.search.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a reader asks for: words, "phrases", -without, -"without a phrase", symbol:600519.SH, author:somebody, author:"some body".
 * Everything is a question; what says nothing finds nothing. More than a few of a kind count as the first few.
 *
 * @param words of which most should be there, as one text
 * @param phrases each of which is there as it is written
 * @param without none of which is there
 * @param symbols each of which it is about, upper case
 * @param authors one of whom has written it
 */
public record Question(
        String words, List<String> phrases, List<String> without, List<String> symbols, List<String> authors) {
    private static final int MOST = 8;

    /** Possessive, so that it takes no longer than the text is long. A minus before a digit is a number's. */
    private static final Pattern PART =
            Pattern.compile("(?:(-(?![\\d\\s-]))|(symbol|author):)?+(?:\"([^\"]*+)\"|([^\\s\"]++)|\")");

    private static final Pattern QUOTES = Pattern.compile("[“”„«»「」『』＂]");

    /** Reads it. */
    public static Question of(String text) {
        var words = new StringBuilder();
        List<String> phrases = new ArrayList<>();
        List<String> without = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        List<String> authors = new ArrayList<>();
        var parts = PART.matcher(QUOTES.matcher(text.replace('：', ':')).replaceAll("\""));
        while (parts.find()) {
            var quoted = parts.group(3);
            var said = quoted == null ? parts.group(4) : quoted;
            if (said == null || said.isBlank()) {
                continue;
            }
            if ("symbol".equals(parts.group(2))) {
                add(symbols, said.toUpperCase(Locale.ROOT));
            } else if ("author".equals(parts.group(2))) {
                add(authors, said);
            } else if (parts.group(1) != null) {
                add(without, said);
            } else if (quoted != null) {
                add(phrases, said);
            } else {
                words.append(words.isEmpty() ? "" : " ").append(said);
            }
        }
        return new Question(
                words.toString(),
                List.copyOf(phrases),
                List.copyOf(without),
                List.copyOf(symbols),
                List.copyOf(authors));
    }

    /** Words and phrases as one text. */
    public String text() {
        return phrases.isEmpty() ? words : (words + " " + String.join(" ", phrases)).strip();
    }

    private static void add(List<String> list, String value) {
        if (list.size() < MOST) {
            list.add(value);
        }
    }
}
