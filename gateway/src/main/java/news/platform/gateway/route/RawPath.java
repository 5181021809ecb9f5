package news.platform.gateway.route;

import java.util.Arrays;
import news.platform.gateway.transcode.query.PercentCoding;
import org.jspecify.annotations.Nullable;

/** A path as it came, cut at its slashes; {@code /} alone has no segment, {@code /a/} has two, the second one empty. */
final class RawPath {

    private final String text;
    private final int[] ends;
    private final int size;

    private RawPath(String text, int[] ends, int size) {
        this.text = text;
        this.ends = ends;
        this.size = size;
    }

    /** Null where it does not begin with a slash. */
    static @Nullable RawPath of(String text) {
        if (text.isEmpty() || text.charAt(0) != '/') {
            return null;
        }
        if (text.length() == 1) {
            return new RawPath(text, new int[0], 0);
        }
        int[] ends = new int[8];
        int size = 0;
        for (int slash = 0; slash >= 0; slash = text.indexOf('/', slash + 1)) {
            int next = text.indexOf('/', slash + 1);
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size * 2);
            }
            ends[size++] = next < 0 ? text.length() : next;
        }
        return new RawPath(text, ends, size);
    }

    /** The verb that the last segment may end with, null for none. */
    @Nullable
    String verb() {
        int colon = text.lastIndexOf(':');
        return size > 0 && colon > start(size - 1) ? text.substring(colon + 1) : null;
    }

    RawPath withoutVerb() {
        int[] shorter = ends.clone();
        shorter[size - 1] = text.lastIndexOf(':');
        return new RawPath(text, shorter, size);
    }

    int size() {
        return size;
    }

    /** Whether the segment ends with the suffix, as it came, and has something before it. */
    boolean isLonger(int segment, String suffix) {
        int before = ends[segment] - suffix.length();
        return before > start(segment) && text.startsWith(suffix, before);
    }

    /** The segment to be compared with a literal; a broken escape is compared as it came. */
    String literal(int segment) {
        var raw = raw(segment, segment + 1);
        var decoded = PercentCoding.segment(raw);
        return decoded == null ? raw : decoded;
    }

    /** The segments with the slashes between them. */
    String raw(int from, int to) {
        return from >= to ? "" : text.substring(start(from), ends[to - 1]);
    }

    private int start(int segment) {
        return segment == 0 ? 1 : ends[segment - 1] + 1;
    }
}
