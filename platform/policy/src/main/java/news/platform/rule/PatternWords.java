package news.platform.rule;

import java.util.Map;
import java.util.Optional;

/**
 * What the patterns of the contract's field rules ask for, in words: clients need not read regular expressions. A test of the
 * contract says which pattern has none.
 */
public final class PatternWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            // times and amounts
            Map.entry("^([01][0-9]|2[0-3]):[0-5][0-9]$", "a time of the day, such as 07:30"),
            Map.entry("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day, such as 2026-11-27"),
            Map.entry("^[12][0-9]{3}-(0[1-9]|1[0-2])$", "a month, such as 2026-11"),
            Map.entry("^P[1-9][0-9]{0,2}[DWMY]$", "1 to 999 days, weeks, months or years, such as P1M"),
            Map.entry("^[0-9]{1,12}(\\.[0-9]{1,10})?$", "a price of 0 or more, such as 12.34"),
            Map.entry("^-?[0-9]{1,15}(\\.[0-9]{1,10})?$", "a decimal number, such as -0.25"),
            Map.entry(
                    "^(0\\.[0-9]{0,9}[1-9]|[1-9][0-9]{0,9}(\\.[0-9]{1,10})?)$",
                    "a decimal number above 0 without leading zeros, such as 12.34"),
            // what the world has names for
            Map.entry("^[A-Z]{3}$", "a currency by the three capital letters of ISO 4217, such as CNY"),
            Map.entry("^[A-Z]{2}$", "two capital letters, such as US"),
            Map.entry("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "a language, such as zh-Hans"),
            Map.entry("^[+][1-9][0-9]{6,14}$", "a telephone number with its country, such as +8613800138000"),
            Map.entry("^[A-Z0-9][A-Z0-9.^=-]*$", "a symbol of capital letters, digits and . ^ = -, such as AAPL"),
            Map.entry("^[A-Za-z0-9.-]{1,20}$", "a symbol of 1 to 20 letters, digits, dots and hyphens, such as AAPL"),
            Map.entry("^[A-Z0-9]{1,10}$", "1 to 10 capital letters and digits, such as XNYS"),
            // our own names
            Map.entry("^(plans|articles)/[!-~]{1,64}$", "a plan or an article, such as plans/premium"),
            Map.entry("^(articles|lives)/[!-~]{1,64}$", "articles/ or lives/ with an id, such as articles/0198"),
            Map.entry("^[0-9]{6}$", "six digits, such as 123456"),
            Map.entry("^[A-Za-z0-9-]{4,32}$", "4 to 32 letters, digits and hyphens, such as SPRING-2026"),
            Map.entry("^[A-Za-z0-9-]{1,64}$", "1 to 64 letters, digits and hyphens"),
            Map.entry("^[A-Za-z0-9-]{0,64}$", "at most 64 letters, digits and hyphens"),
            Map.entry("^[A-Za-z0-9_-]{1,64}$", "1 to 64 letters, digits, hyphens and underscores"),
            Map.entry("^[A-Za-z0-9._:-]{1,64}$", "1 to 64 letters, digits and . _ : -"),
            Map.entry("^([A-Za-z0-9]-?){1,32}$", "1 to 32 letters and digits, each with a hyphen behind it or without"),
            Map.entry("^[a-z][a-z0-9]{1,31}$", "2 to 32 small letters and digits, a letter first, such as sandbox"),
            Map.entry(
                    "^[a-z0-9]+(-[a-z0-9]+)*$",
                    "small letters and digits in words with a hyphen between, such as us-rates"),
            Map.entry("^[a-z0-9-]{1,40}$", "1 to 40 small letters, digits and hyphens, such as spam"),
            Map.entry("^[a-z0-9-]{1,64}$", "1 to 64 small letters, digits and hyphens, such as us-cpi"),
            Map.entry("^[a-z ]{0,200}$", "at most 200 small letters and spaces"),
            Map.entry("^[!-~]*$", "visible ASCII characters without spaces"),
            Map.entry("\\pL", "a text with a letter, such as a"));

    private static final String OPTIONAL_START = "^(";
    private static final String OPTIONAL_END = ")?$";

    private PatternWords() {}

    /** What a text has to be; empty where nobody has said. A pattern that takes the empty text, too, is that of the text. */
    public static Optional<String> of(String pattern) {
        var words = WORDS.get(pattern);
        if (words == null && pattern.startsWith(OPTIONAL_START) && pattern.endsWith(OPTIONAL_END)) {
            var inner = pattern.substring(OPTIONAL_START.length(), pattern.length() - OPTIONAL_END.length());
            return Optional.ofNullable(WORDS.get("^" + inner + "$")).map(text -> text + ", or empty");
        }
        return Optional.ofNullable(words);
    }
}
