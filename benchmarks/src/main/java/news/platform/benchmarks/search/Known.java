package news.platform.benchmarks.search;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import news.platform.local.console.Complaint;
import tools.jackson.databind.json.JsonMapper;

/** An article that is known to be there, and what may be asked for it. */
record Known(String title, String text) {
    private static final Pattern LONGER_WORD = Pattern.compile("[a-z]{6,}");
    private static final int WORDS = 8;
    private static final int CHARACTERS = 12;
    private static final int TYPED = 8;
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");
    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern TONES = Pattern.compile("\\p{Mn}");

    /** Those of a file of JSON lines that have a title of their own. */
    static List<Known> of(Path file) {
        var known = new ArrayList<Known>();
        try {
            for (var line : Files.readAllLines(file)) {
                var json = JsonMapper.shared().readTree(line);
                var title = json.path("title").asString("");
                if (!title.isBlank()) {
                    known.add(new Known(
                            title.strip(),
                            json.path("text").asString(json.path("content").asString(""))));
                }
            }
        } catch (IOException e) {
            throw new Complaint("Cannot read " + file + ": " + e, e);
        }
        return List.copyOf(known);
    }

    /** Eight words of an alphabet, or twelve characters of Chinese, from anywhere in the text; empty where it is too short. */
    Optional<String> passage(Random random) {
        var words = text.split("\\s+");
        if (words.length >= 2 * WORDS) {
            int first = random.nextInt(words.length - WORDS);
            return Optional.of(String.join(" ", List.of(words).subList(first, first + WORDS)));
        }
        if (text.length() < 2 * CHARACTERS) {
            return Optional.empty();
        }
        int first = random.nextInt(text.length() - CHARACTERS);
        return Optional.of(text.substring(first, first + CHARACTERS));
    }

    /** The title with two letters of a longer word the wrong way round; empty where there is none. */
    Optional<String> misspelled() {
        var word = LONGER_WORD.matcher(title);
        if (!word.find()) {
            return Optional.empty();
        }
        int at = word.start() + 2;
        return Optional.of(title.substring(0, at) + title.charAt(at + 1) + title.charAt(at) + title.substring(at + 2));
    }

    /** The title with one character as it is written in Taiwan; empty where none is written otherwise. */
    Optional<String> traditional() {
        for (int at = 0; at < title.length(); at++) {
            var one = TRADITIONAL.transliterate(title.substring(at, at + 1));
            if (one.length() == 1 && one.charAt(0) != title.charAt(at)) {
                return Optional.of(title.substring(0, at) + one + title.substring(at + 1));
            }
        }
        return Optional.empty();
    }

    /** The first eight letters of a Chinese title as they are typed on a Latin keyboard; empty where it begins otherwise. */
    Optional<String> pinyin() {
        var letters = NO_LETTERS.matcher(title).replaceAll("");
        var typed = letters.substring(0, Math.min(TYPED, letters.length()));
        if (!HAN.matcher(typed).find()) {
            return Optional.empty();
        }
        var reading = Normalizer.normalize(PINYIN.transliterate(typed), Normalizer.Form.NFD)
                .replace("u\u0308", "v");
        return Optional.of(NO_LETTERS
                .matcher(TONES.matcher(reading).replaceAll(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT));
    }
}
