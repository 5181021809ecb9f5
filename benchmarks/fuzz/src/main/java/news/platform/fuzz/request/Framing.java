package news.platform.fuzz.request;

import java.util.List;

/** How a request says where its body ends. */
public enum Framing {
    LENGTH,
    CHUNKED,
    CHUNK_EXTENSIONS,
    TRAILERS,
    NOTHING_SAID,
    TOO_SHORT,
    TOO_LONG,
    LENGTH_TWICE,
    LENGTHS_DIFFER,
    LENGTH_LIST,
    LENGTH_NEGATIVE,
    LENGTH_PLUS,
    LENGTH_WORD,
    LENGTH_EMPTY,
    LENGTH_OVERFLOW,
    LENGTH_AND_CHUNKED,
    CHUNKED_TWICE,
    CODING_UNKNOWN,
    CODING_NOT_LAST,
    CODING_ODD_SPACE,
    CHUNK_SIZE_WORD,
    CHUNK_SIZE_OVERFLOW,
    CHUNKS_WITHOUT_END;

    /** Those that say it truly; after them the connection can go on. */
    public boolean clean() {
        return ordinal() <= TRAILERS.ordinal();
    }

    /** Those that let a server wait for more; it may go without an answer when nothing comes. */
    boolean complete() {
        return this != TOO_SHORT && this != CHUNKS_WITHOUT_END && this != CODING_NOT_LAST;
    }

    /** The header lines that belong to it. */
    List<Pair> headers(int length) {
        var exact = length(Integer.toString(length));
        return switch (this) {
            case LENGTH -> List.of(exact);
            case NOTHING_SAID -> List.of();
            case TOO_SHORT -> List.of(length(Integer.toString(length + 7)));
            case TOO_LONG -> List.of(length(Integer.toString(length / 2)));
            case LENGTH_TWICE -> List.of(exact, exact);
            case LENGTHS_DIFFER -> List.of(exact, length(Integer.toString(length + 1)));
            case LENGTH_LIST -> List.of(length(length + ", " + length));
            case LENGTH_NEGATIVE -> List.of(length("-1"));
            case LENGTH_PLUS -> List.of(length("+" + length));
            case LENGTH_WORD -> List.of(length("0x10"));
            case LENGTH_EMPTY -> List.of(length(""));
            case LENGTH_OVERFLOW -> List.of(length("99999999999999999999"));
            case LENGTH_AND_CHUNKED -> List.of(exact, coding("chunked"));
            case CHUNKED_TWICE -> List.of(coding("chunked"), coding("chunked"));
            case CODING_UNKNOWN -> List.of(coding("zstd"));
            case CODING_NOT_LAST -> List.of(coding("chunked, identity"));
            case CODING_ODD_SPACE -> List.of(new Pair("Transfer-Encoding ", "\tchunked"));
            case TRAILERS -> List.of(coding("chunked"), new Pair("Trailer", "X-Last"));
            case CHUNKED, CHUNK_EXTENSIONS, CHUNK_SIZE_WORD, CHUNK_SIZE_OVERFLOW, CHUNKS_WITHOUT_END ->
                List.of(coding("chunked"));
        };
    }

    /** The body as it goes over the wire. */
    String body(String body) {
        return switch (this) {
            case CHUNKED, LENGTH_AND_CHUNKED, CHUNKED_TWICE, CODING_NOT_LAST, CODING_ODD_SPACE ->
                chunks(body, "") + "0\r\n\r\n";
            case CHUNK_EXTENSIONS -> chunks(body, ";a=\"b\"") + "0;end\r\n\r\n";
            case TRAILERS -> chunks(body, "") + "0\r\nX-Last: 1\r\n\r\n";
            case CHUNK_SIZE_WORD -> "zz\r\n" + body + "\r\n0\r\n\r\n";
            case CHUNK_SIZE_OVERFLOW -> "fffffffffffffffff\r\n" + body + "\r\n0\r\n\r\n";
            case CHUNKS_WITHOUT_END -> chunks(body, "");
            case LENGTH,
                    NOTHING_SAID,
                    TOO_SHORT,
                    TOO_LONG,
                    LENGTH_TWICE,
                    LENGTHS_DIFFER,
                    LENGTH_LIST,
                    LENGTH_NEGATIVE,
                    LENGTH_PLUS,
                    LENGTH_WORD,
                    LENGTH_EMPTY,
                    LENGTH_OVERFLOW,
                    CODING_UNKNOWN -> body;
        };
    }

    private static String chunks(String body, String extension) {
        if (body.isEmpty()) {
            return "";
        }
        int half = Math.max(1, body.length() / 2);
        var first = chunk(body.substring(0, half), extension);
        return half == body.length() ? first : first + chunk(body.substring(half), extension);
    }

    private static String chunk(String part, String extension) {
        return Integer.toHexString(part.length()) + extension + "\r\n" + part + "\r\n";
    }

    private static Pair length(String value) {
        return new Pair("Content-Length", value);
    }

    private static Pair coding(String value) {
        return new Pair("Transfer-Encoding", value);
    }
}
