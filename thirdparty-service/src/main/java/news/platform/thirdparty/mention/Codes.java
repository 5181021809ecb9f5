package news.platform.thirdparty.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What looks like the code of an instrument in a text, by the ways in which codes are written: {@code $NRTEN}, {@code 600519.SH},
 * {@code NYSE: NRTEN}, and digits in brackets. Letters that stand bare are words and abbreviations a hundred times before they are a
 * code, and so are letters in brackets.
 */
final class Codes {
    private static final String EXCHANGES =
            "NASDAQ|NYSE(?: American| Arca)?|AMEX|HKEX|SEHK|SSE|SZSE|BSE|TSX|LSE|ASX|TSE|OTC";
    private static final String LETTERS = "[A-Z][A-Z0-9]{0,9}(?:\\.[A-Z]{1,2})?";
    private static final String END = "(?![A-Za-z0-9])";

    private static final List<Pattern> WRITTEN_AS = List.of(
            Pattern.compile("(?<![A-Za-z0-9$])\\$(" + LETTERS + ")" + END),
            Pattern.compile("(?<![A-Za-z0-9.])([0-9]{4,6}\\.[A-Z]{2})" + END),
            Pattern.compile("(?<![A-Za-z0-9])(?:" + EXCHANGES + ")\\s{0,3}[:：]\\s{0,3}(" + LETTERS + ")" + END),
            Pattern.compile("[(（]([0-9]{6})[)）]"));

    private Codes() {}

    /** In the order of the ways above, each once; six digits alone may be of any exchange. */
    static Set<String> in(String text) {
        var codes = new LinkedHashSet<String>();
        for (var pattern : WRITTEN_AS) {
            pattern.matcher(text).results().forEach(found -> codes.add(found.group(1)));
        }
        return codes;
    }
}
