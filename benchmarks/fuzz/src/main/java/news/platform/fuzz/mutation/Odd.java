package news.platform.fuzz.mutation;

import java.util.List;
import java.util.stream.Stream;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.Dice;

/**
 * A value that nobody expects.
 *
 * @param text one byte a character
 */
record Odd(String label, String text) {
    private static final List<Odd> TEXTS = List.of(
            new Odd("empty", ""),
            new Odd("blank", "   "),
            new Odd("null as text", "null"),
            new Odd("NUL", "a\0b"),
            new Odd("controls", "\u0001\u0008\u001b[31m\u007f"),
            new Odd("tab", "a\tb"),
            new Odd("UTF-8", ByteText.utf8("财经 Börse €")),
            new Odd("emoji", ByteText.utf8("👩‍👩‍👧‍👦🏳️‍🌈")),
            new Odd("Latin-1", "caf\u00e9"),
            new Odd("bytes 80-9f", "\u0080\u0085\u0090\u009f"),
            new Odd("byte order mark", "\u00ef\u00bb\u00bfa"),
            new Odd("overlong UTF-8", "\u00c0\u00af\u00e0\u0080\u00af"),
            new Odd("surrogate in UTF-8", "\u00ed\u00a0\u0080"),
            new Odd("cut UTF-8", "a\u00e4\u00bd"),
            new Odd("beyond Unicode", "\u00f5\u0090\u0080\u0080\u00fe\u00ff"),
            new Odd("UTF-16", "\u00ff\u00fea\0b\0"),
            new Odd("bidi and zero width", ByteText.utf8("\u202eabc\u200b\u2066")),
            new Odd("noncharacter", ByteText.utf8("\uffff\ufdd0")),
            new Odd("combining marks", ByteText.utf8("e" + "\u0301".repeat(200))),
            new Odd("Turkish i", ByteText.utf8("İıſ")),
            new Odd("line break", "a\r\nX-Injected: 1"),
            new Odd("dots", "../../etc/passwd"),
            new Odd("quotes", "'\"`\\"),
            new Odd("markup", "<script>${7*7}{{7*7}}%s%n"),
            new Odd("separators", "a,b;c&d=e?f#g/h:i|j"),
            new Odd("negative", "-1"),
            new Odd("number overflow", "9223372036854775808"),
            new Odd("number huge", "1e999"),
            new Odd("not a number", "NaN"),
            new Odd("hexadecimal", "0x10"),
            new Odd("other digits", ByteText.utf8("१२")),
            new Odd("plus", "+1"),
            new Odd("300 characters", "a".repeat(300)),
            new Odd("1025 characters", "b".repeat(1025)),
            new Odd("7000 characters", "c".repeat(7000)));

    private static final List<Odd> TIMES = Stream.of(
                    "2027-02-30T00:00:00Z",
                    "2027-13-01T00:00:00Z",
                    "2027-01-01T25:00:00Z",
                    "2027-01-01T00:00:60Z",
                    "2027-01-01T00:00:00+99:00",
                    "2027-01-01T00:00:00-18:01",
                    "0000-01-01T00:00:00Z",
                    "0001-01-01T00:00:00+18:00",
                    "9999-12-31T23:59:59.999999999Z",
                    "9999-12-31T23:59:59-18:00",
                    "10000-01-01T00:00:00Z",
                    "-0001-01-01T00:00:00Z",
                    "2027-01-01",
                    "2027-01-01T00:00:00",
                    "2027-01-01t00:00:00z",
                    "2027-01-01T00:00:00.0000000001Z",
                    "1767225600",
                    "P1D")
            .map(text -> new Odd("time " + text, text))
            .toList();

    static Odd any(Dice dice) {
        return dice.pick(TEXTS);
    }

    static Odd time(Dice dice) {
        return dice.pick(TIMES);
    }

    /** A line of a header must not end early, or it is another request. */
    static Odd inHeader(Dice dice) {
        var odd = any(dice);
        return odd.text().contains("\r\n") ? new Odd("bytes", line(dice.bytes(20))) : odd;
    }

    private static String line(String bytes) {
        return bytes.replace('\r', '!').replace('\n', '!');
    }
}
