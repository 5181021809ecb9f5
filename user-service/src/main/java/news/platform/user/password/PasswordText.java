package news.platform.user.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Passwords as whoever guesses them varies them. */
final class PasswordText {
    /** "2024!" and the like, before or behind. */
    private static final Pattern DECORATED =
            Pattern.compile("^[^\\p{L}]{0,2}(?<core>.*?)[^\\p{L}]{0,4}$", Pattern.DOTALL);

    private static final Pattern AROUND = Pattern.compile("\\p{N}{0,2}-\\p{N}{0,4}");
    private static final Pattern REPEATED = Pattern.compile("^(?<unit>.{1,64}?)\\1+$", Pattern.DOTALL);
    private static final Pattern OTHER_THAN_LETTERS_AND_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]");

    private PasswordText() {}

    /** Without the differences of case and of width. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Letters and digits alone. */
    static String bare(String text) {
        return OTHER_THAN_LETTERS_AND_DIGITS.matcher(folded(text)).replaceAll("");
    }

    /** Whether the text is the bare name with a few digits or signs around it, whatever the name itself ends in. */
    static boolean decorates(String text, String name) {
        String bare = bare(text);
        int at = bare.indexOf(name);
        return at >= 0
                && AROUND.matcher(bare.substring(0, at) + "-" + bare.substring(at + name.length()))
                        .matches();
    }

    /** The folded text, what is decorated in it, and what it repeats. */
    static List<String> variants(String folded) {
        return Stream.of(folded, group(DECORATED, "core", folded), group(REPEATED, "unit", folded))
                .distinct()
                .toList();
    }

    private static String group(Pattern pattern, String name, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.group(name) : text;
    }
}
