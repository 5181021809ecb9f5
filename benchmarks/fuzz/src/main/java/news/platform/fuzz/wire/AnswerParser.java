package news.platform.fuzz.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.Pair;

/** Reads an answer from what has come so far. */
final class AnswerParser {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final Pattern HEADER =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\t\\x20-\\x7e\\x80-\\xff]*)");
    private static final String END = "\r\n";
    private static final int SWITCHING = 101;

    private final boolean withoutBody;

    /** @param withoutBody whether the request was HEAD */
    AnswerParser(boolean withoutBody) {
        this.withoutBody = withoutBody;
    }

    /**
     * Empty while more is to come.
     *
     * @param ended whether nothing more will come
     * @throws IllegalArgumentException where it is not HTTP
     */
    Optional<Answer> read(byte[] bytes, boolean ended) {
        var text = ByteText.of(bytes);
        int from = 0;
        while (true) {
            int end = text.indexOf(END + END, from);
            if (end < 0) {
                return Optional.empty();
            }
            var lines = text.substring(from, end).split(END, -1);
            int status = status(lines[0]);
            from = end + 4;
            if (status >= 200 || status == SWITCHING) {
                return body(new Answer(status, headers(lines), new byte[0], false), text.substring(from), ended);
            }
        }
    }

    private static int status(String line) {
        var matcher = STATUS.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("status line " + line);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static List<Pair> headers(String[] lines) {
        List<Pair> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            var matcher = HEADER.matcher(lines[i]);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("header line " + lines[i]);
            }
            headers.add(new Pair(matcher.group(1), matcher.group(2).strip()));
        }
        return headers;
    }

    private Optional<Answer> body(Answer head, String rest, boolean ended) {
        boolean endless = head.header("Content-Type").orElse("").startsWith("text/event-stream");
        if (withoutBody || head.status() == 204 || head.status() == 304 || head.status() == SWITCHING || endless) {
            return with(head, "", endless ? "" : rest);
        }
        if (head.header("Transfer-Encoding").isPresent()) {
            return chunks(head, rest);
        }
        var length = head.header("Content-Length");
        if (length.isEmpty()) {
            return ended ? with(head, rest, "") : Optional.empty();
        }
        int size = Integer.parseInt(length.get());
        return rest.length() < size ? Optional.empty() : with(head, rest.substring(0, size), rest.substring(size));
    }

    private static Optional<Answer> chunks(Answer head, String rest) {
        var body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = rest.indexOf(END, at);
            if (line < 0) {
                return Optional.empty();
            }
            int size = Integer.parseInt(rest.substring(at, line), 16);
            int end = line + 2 + size + 2;
            if (rest.length() < end) {
                return Optional.empty();
            }
            if (size == 0) {
                return with(head, body.toString(), rest.substring(end));
            }
            body.append(rest, line + 2, line + 2 + size);
            at = end;
        }
    }

    private static Optional<Answer> with(Answer head, String body, String more) {
        return Optional.of(new Answer(head.status(), head.headers(), ByteText.bytes(body), !more.isEmpty()));
    }
}
