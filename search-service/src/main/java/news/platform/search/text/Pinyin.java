package news.platform.search.text;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Chinese is typed on a Latin keyboard: without tones, ü as v. A character has one reading unless it stands in one of the words of
 * {@code pinyin-words.txt}. Folded texts in and out. Thread-safe.
 */
public final class Pinyin {
    private static final int LONGEST_WORD = 4;
    private static final Pattern TONES = Pattern.compile("\\p{Mn}");

    /** By character, as they are asked for: reading all 28,000 takes ICU seconds. */
    private final Map<Character, String> readings = new ConcurrentHashMap<>();

    private final Transliterator icu = Transliterator.getInstance("Han-Latin");
    private final Map<String, String[]> words = words();

    /** The text with each character as its reading; what has none stays. */
    public String full(String text) {
        return written(text, false);
    }

    /** The text with each character as the first letter of its reading; what has none stays. */
    public String initials(String text) {
        return written(text, true);
    }

    private String written(String text, boolean initials) {
        var written = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            var word = word(text, at);
            if (word == null) {
                append(written, reading(text.charAt(at)), initials);
                at++;
            } else {
                for (var syllable : word) {
                    append(written, syllable, initials);
                }
                at += word.length;
            }
        }
        return written.toString();
    }

    private static void append(StringBuilder written, String reading, boolean initial) {
        written.append(initial ? reading.substring(0, 1) : reading);
    }

    private String reading(char character) {
        return HanTable.has(character) ? readings.computeIfAbsent(character, this::read) : String.valueOf(character);
    }

    private String read(char character) {
        var written = String.valueOf(character);
        var reading = plain(icu.transliterate(written).strip());
        return reading.isEmpty() ? written : reading;
    }

    private String @Nullable [] word(String text, int at) {
        for (int length = Math.min(LONGEST_WORD, text.length() - at); length > 1; length--) {
            var word = words.get(text.substring(at, at + length));
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    private static String plain(String reading) {
        var decomposed = Normalizer.normalize(reading, Normalizer.Form.NFD).replace("u\u0308", "v");
        return TONES.matcher(decomposed).replaceAll("");
    }

    private static Map<String, String[]> words() {
        var words = new HashMap<String, String[]>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Pinyin.class.getResourceAsStream("/pinyin-words.txt")),
                StandardCharsets.UTF_8))) {
            in.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
                var parts = line.split(" ");
                words.put(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
