package news.platform.test;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A regular expression that a class keeps, and what it costs on texts made to be expensive: many beginnings without an end, runs
 * without what must follow. A text from outside that takes time by its square, or the stack, is an outage. Steps are counted, not
 * timed.
 *
 * @param name the simple name of its class and of its field
 */
public record KeptPattern(String name, Pattern pattern) {
    /** Above what bounded repetitions cost, far below a square. */
    private static final int STEPS_A_CHARACTER = 200;

    private static final int LONG = 10_000;
    private static final int ENOUGH_FOR_THE_STACK = 100_000;
    private static final List<String> ODD = List.of(
            "a",
            "1",
            " ",
            "\n",
            "\r\n",
            "-",
            ".",
            ",",
            "@",
            "(",
            ")",
            "[",
            "<",
            ">",
            "&",
            "\"",
            "=",
            "/",
            "%",
            "\u00e9",
            "\ud83d\ude00",
            "a@",
            "a.",
            "a-",
            "en-ab",
            "<a ",
            "<!--",
            "--",
            "a=\"",
            "//",
            "0:",
            "\\");

    /** Those that the classes of these packages keep in static fields, tests left out. */
    public static Stream<KeptPattern> in(String... packages) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packages).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isEquivalentTo(Pattern.class))
                        .map(KeptPattern::of);
    }

    private static KeptPattern of(JavaField field) {
        try {
            var kept = field.reflect();
            kept.setAccessible(true);
            return new KeptPattern(field.getOwner().getSimpleName() + "." + field.getName(), (Pattern) kept.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws an {@link AssertionError} where seeking it takes more steps than are in proportion to the text. */
    public void mustBeSoughtInProportion() {
        texts(LONG)
                .forEach(text -> check(text, matcher -> {
                    while (matcher.find()) {
                        // to the end
                    }
                }));
        units().map(unit -> repeated(unit, ENOUGH_FOR_THE_STACK)).forEach(text -> check(text, Matcher::find));
    }

    /** The same where it must match the whole text, which has at most so many characters. */
    public void mustMatchInProportion(int longest) {
        texts(Math.min(longest, LONG)).forEach(text -> check(text, Matcher::matches));
        units().map(unit -> repeated(unit, Math.min(longest, ENOUGH_FOR_THE_STACK)))
                .forEach(text -> check(text, Matcher::matches));
    }

    private void check(String text, Use use) {
        try {
            use.of(pattern.matcher(new Counted(text, (long) STEPS_A_CHARACTER * Math.max(text.length(), 500))));
        } catch (TooManySteps | StackOverflowError e) {
            throw new AssertionError(
                    "%s: %s on %d characters like \"%s\" (expected: steps in proportion, or a bound before it)"
                            .formatted(name, e, text.length(), text.substring(0, Math.min(40, text.length()))),
                    e);
        }
    }

    private Stream<String> texts(int length) {
        var starts = Stream.concat(Stream.of("", "a", "<"), words()).toList();
        return units().flatMap(unit -> starts.stream()
                .flatMap(start -> Stream.of("", "!\n").map(end -> start + repeated(unit, length) + end)));
    }

    private Stream<String> units() {
        return Stream.concat(ODD.stream(), words()).distinct();
    }

    /** What the pattern itself looks for. */
    private Stream<String> words() {
        return Arrays.stream(pattern.pattern().split("\\\\.|[\\[\\](){}?*+|^$.]+"))
                .filter(word -> word.length() > 1)
                .distinct();
    }

    private static String repeated(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    private interface Use {
        void of(Matcher matcher);
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A text that may be looked at only so often. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long left;

        Counted(String text, long most) {
            this.text = text;
            this.left = most;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
