package news.platform.thirdparty.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what characters the bytes of a feed mean. A byte order mark decides; else the first of HTTP header, XML
 * declaration and UTF-8 under which every byte makes sense; else the first under which nearly all do, and each byte that does
 * not is one U+FFFD; else what the bytes look like.
 */
final class FeedEncoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Pattern HTTP_CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:+-]{1,40})");
    private static final Pattern XML_ENCODING =
            Pattern.compile("<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:+-]{1,40})[\"']");

    /** Two of three bytes: typographic quotes and dashes start so, and no Latin text has them side by side. */
    private static final Pattern CUT_UTF_8 = Pattern.compile("[\\xe0-\\xef][\\x80-\\x9f](?![\\x80-\\xbf])");

    /** How far a declaration may be from the start: a notice or a comment may stand before it. */
    private static final int HEAD = 2_000;

    private FeedEncoding() {}

    static String decode(byte[] sent, @Nullable String contentType) {
        byte[] bytes = markAtStart(sent);
        Optional<String> wide = byMark(bytes).or(() -> byZeros(bytes));
        if (wide.isPresent()) {
            return wide.get();
        }
        var candidates = new LinkedHashSet<Charset>();
        named(contentType == null ? "" : contentType, HTTP_CHARSET).ifPresent(candidates::add);
        named(head(bytes), XML_ENCODING).ifPresent(candidates::add);
        candidates.add(StandardCharsets.UTF_8);
        if (looksLikeGb2312(bytes)) {
            candidates.add(GB18030);
        }
        return candidates.stream()
                .flatMap(charset -> strictly(bytes, charset).stream())
                .findFirst()
                .or(() -> damaged(bytes, candidates))
                .orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    /** The bytes from a byte order mark on, where nothing but blanks is before it. */
    private static byte[] markAtStart(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && (bytes[start] == ' ' || (bytes[start] >= '\t' && bytes[start] <= '\r'))) {
            start++;
        }
        byte[] rest = start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
        boolean marked =
                startsWith(rest, 0xef, 0xbb, 0xbf) || startsWith(rest, 0xff, 0xfe) || startsWith(rest, 0xfe, 0xff);
        return marked ? rest : bytes;
    }

    /** Under which of the charsets the bytes make sense but for a few: a character that was cut, a byte that was lost. */
    private static Optional<String> damaged(byte[] bytes, Set<Charset> candidates) {
        return candidates.stream()
                .filter(charset -> !charset.equals(WINDOWS_1252))
                .map(charset -> Damage.under(charset, bytes))
                .filter(Damage::isSlight)
                .map(Damage::text)
                .findFirst();
    }

    /**
     * What the bytes are under a charset that does not fit.
     *
     * @param sound characters beyond ASCII that make sense
     * @param broken byte sequences that do not
     */
    private record Damage(Charset charset, String text, long sound, long broken) {
        static Damage under(Charset charset, byte[] bytes) {
            String text = mended(charset, bytes);
            long broken = text.chars().filter(c -> c == '\ufffd').count();
            long sound = text.chars().filter(c -> c > 0x7f && c != '\ufffd').count();
            if (charset.equals(StandardCharsets.UTF_8)) {
                sound += CUT_UTF_8
                        .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                        .results()
                        .count();
            }
            return new Damage(charset, text, sound, broken);
        }

        /** Each broken sequence as one U+FFFD; the ASCII after half a character is not lost with it: it may be markup. */
        private static String mended(Charset charset, byte[] bytes) {
            var in = ByteBuffer.wrap(bytes);
            var out = CharBuffer.allocate(bytes.length + 16);
            CharsetDecoder decoder = charset.newDecoder();
            for (CoderResult result = decoder.decode(in, out, true);
                    result.isError();
                    result = decoder.decode(in, out, true)) {
                int end = in.position() + result.length();
                do {
                    in.get();
                } while (in.position() < end && in.get(in.position()) < 0);
                out.put('\ufffd');
            }
            return out.flip().toString();
        }

        /** UTF-8 is hardly ever right by chance; of other charsets more is asked. */
        boolean isSlight() {
            return charset.equals(StandardCharsets.UTF_8) ? sound >= broken : sound >= 10 * broken;
        }
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, UTF_32LE));
        }
        if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, UTF_32BE));
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        return startsWith(bytes, 0xfe, 0xff)
                ? Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE))
                : Optional.empty();
    }

    /** UTF-16 and UTF-32 without a mark: a feed starts with ASCII, so the zeros around it tell. */
    private static Optional<String> byZeros(byte[] bytes) {
        if (bytes.length < 4 || (bytes[0] != 0 && bytes[1] != 0)) {
            return Optional.empty();
        }
        Charset charset;
        if (bytes[0] != 0) {
            charset = bytes[2] == 0 && bytes[3] == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
        } else {
            charset = bytes[1] == 0 ? UTF_32BE : StandardCharsets.UTF_16BE;
        }
        return Optional.of(new String(bytes, charset));
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    }

    /** The charset that a declaration means, which is often a superset of the one it says. */
    private static Optional<Charset> named(String declaration, Pattern pattern) {
        Matcher matcher = pattern.matcher(declaration);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "iso-8859-1", "latin1", "us-ascii", "ascii" -> Optional.of(WINDOWS_1252);
            case "gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936" -> Optional.of(GB18030);
            // the bytes were read as ASCII just now, so it cannot be true
            case String wide when wide.startsWith("utf-16") || wide.startsWith("utf-32") -> Optional.empty();
            default -> known(name);
        };
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException wrong) {
            return Optional.empty();
        }
    }

    /** GB2312 has its high bytes in pairs, both above 0xa0; in western texts they stand alone. */
    private static boolean looksLikeGb2312(byte[] bytes) {
        int run = 0;
        int pairs = 0;
        for (byte octet : bytes) {
            int value = octet & 0xff;
            if (value > 0xa0 && value < 0xff) {
                run++;
                continue;
            }
            if (value >= 0x80 || run % 2 == 1) {
                return false;
            }
            pairs += run / 2;
            run = 0;
        }
        return run % 2 == 0 && pairs > 0;
    }
}
