package news.platform.fuzz.verdict;

import java.util.regex.Pattern;
import news.platform.fuzz.request.ByteText;

/** Bytes for the eye: printable as they are, all others escaped, long runs counted. */
final class Shown {
    private static final Pattern RUN = Pattern.compile("(.{1,8}?)\\1{15,}", Pattern.DOTALL);
    private static final int MOST = 1200;

    private Shown() {}

    static String of(byte[] bytes) {
        return of(ByteText.of(bytes));
    }

    static String of(String byteText) {
        var head = byteText.length() > 200_000 ? byteText.substring(0, 200_000) : byteText;
        var runs = RUN.matcher(head)
                .replaceAll(run -> java.util.regex.Matcher.quoteReplacement(run.group(1) + "{×"
                        + run.group().length() / run.group(1).length() + "}"));
        var text = new StringBuilder();
        for (char each : (runs.length() > MOST ? runs.substring(0, MOST) + "…" : runs).toCharArray()) {
            text.append(escaped(each));
        }
        return text.toString();
    }

    private static String escaped(char each) {
        return switch (each) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\\' -> "\\\\";
            case '×', '…' -> String.valueOf(each);
            default -> each < 0x20 || each > 0x7e ? String.format("\\x%02x", (int) each) : String.valueOf(each);
        };
    }
}
