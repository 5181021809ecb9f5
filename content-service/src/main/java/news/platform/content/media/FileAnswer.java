package news.platform.content.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a file a request is answered with, by RFC 9110 and, where that leaves a choice, as nginx does: a range of HEAD is
 * answered as that of GET, a range that is none by 416, and more than one range by the whole file.
 *
 * @param status 200, 206, 304, 412 or 416
 * @param from the first byte
 * @param length how many
 */
record FileAnswer(KeptFile file, int status, long from, long length) {
    private static final int PARTIAL = HttpServletResponse.SC_PARTIAL_CONTENT;
    private static final String BYTES = "bytes=";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static FileAnswer of(KeptFile file, HttpServletRequest request) {
        if (!isExpected(file, request)) {
            return new FileAnswer(file, HttpServletResponse.SC_PRECONDITION_FAILED, 0, 0);
        }
        if (isKnown(file, request)) {
            return new FileAnswer(file, HttpServletResponse.SC_NOT_MODIFIED, 0, 0);
        }
        var range = request.getHeader("Range");
        if (range == null
                || range.length() <= BYTES.length()
                || !range.regionMatches(true, 0, BYTES, 0, BYTES.length())
                || !isSame(file, request.getHeader("If-Range"))) {
            return whole(file);
        }
        return ranged(file, range.substring(BYTES.length()));
    }

    private static FileAnswer whole(KeptFile file) {
        return new FileAnswer(file, HttpServletResponse.SC_OK, 0, file.size());
    }

    private static FileAnswer ranged(KeptFile file, String ranges) {
        if (ranges.indexOf(',') >= 0) {
            return whole(file);
        }
        var range = ranges.strip();
        int dash = range.indexOf('-');
        var first = dash < 0 ? "" : range.substring(0, dash).strip();
        var last = dash < 0 ? "" : range.substring(dash + 1).strip();
        var from = number(first);
        var to = number(last);
        if (dash < 0
                || first.isEmpty() && last.isEmpty()
                || from.isEmpty() && !first.isEmpty()
                || to.isEmpty() && !last.isEmpty()) {
            return unsatisfied(file);
        }
        if (first.isEmpty()) {
            long length = Math.min(to.orElseThrow(), file.size());
            return length == 0 ? unsatisfied(file) : new FileAnswer(file, PARTIAL, file.size() - length, length);
        }
        long end = Math.min(to.orElse(Long.MAX_VALUE), file.size() - 1);
        long start = from.orElseThrow();
        return start > end ? unsatisfied(file) : new FileAnswer(file, PARTIAL, start, end - start + 1);
    }

    private static FileAnswer unsatisfied(KeptFile file) {
        return new FileAnswer(file, HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0);
    }

    boolean isWithBody() {
        return status == HttpServletResponse.SC_OK || status == PARTIAL;
    }

    /** Writes all that does not depend on what the file is. */
    void head(HttpServletResponse response) {
        response.setStatus(status);
        if (status == HttpServletResponse.SC_PRECONDITION_FAILED) {
            return;
        }
        if (status == HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
            response.setHeader("Content-Range", "bytes */" + file.size());
            return;
        }
        response.setHeader("ETag", file.tag());
        response.setHeader("Last-Modified", DATE.format(file.modified()));
        if (status == HttpServletResponse.SC_NOT_MODIFIED) {
            return;
        }
        response.setContentLengthLong(length);
        if (status == HttpServletResponse.SC_OK) {
            response.setHeader("Accept-Ranges", "bytes");
        } else {
            response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(from, from + length - 1, file.size()));
        }
    }

    private static boolean isExpected(KeptFile file, HttpServletRequest request) {
        var match = list(request, "If-Match");
        if (match.isPresent()) {
            return isAmong(file.tag(), match.get(), false);
        }
        return date(request.getHeader("If-Unmodified-Since"))
                .map(date -> !file.modified().isAfter(date))
                .orElse(true);
    }

    private static boolean isKnown(KeptFile file, HttpServletRequest request) {
        var match = list(request, "If-None-Match");
        if (match.isPresent()) {
            return isAmong(file.tag(), match.get(), true);
        }
        return date(request.getHeader("If-Modified-Since"))
                .map(date -> !file.modified().isAfter(date))
                .orElse(false);
    }

    /** By the tag or by the very date, else the client's part is of another file. */
    private static boolean isSame(KeptFile file, @Nullable String range) {
        if (range == null) {
            return true;
        }
        return range.endsWith("\"")
                ? range.equals(file.tag())
                : date(range).map(file.modified()::equals).orElse(false);
    }

    /** @param weakly whether a weak tag counts as well */
    private static boolean isAmong(String tag, String list, boolean weakly) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(each -> weakly && each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }

    private static Optional<String> list(HttpServletRequest request, String name) {
        var lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    private static Optional<Instant> date(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DATE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        // more digits than a file can have bytes are as good as many
        return Optional.of(digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits));
    }
}
