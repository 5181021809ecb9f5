package news.platform.gateway.transcode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Strong tags: {@code "<etag>-<hash>"} where the answer carries an etag of its own, else {@code "<hash>"}; a letter behind
 * the hash tells the encodings apart. The hash is the first half of the SHA-256 of the plain bytes.
 */
public final class EntityTags {

    private static final int HASH_BYTES = 8;
    private static final int HASH_LENGTH = 2 * HASH_BYTES;

    private EntityTags() {}

    /** 16 hexadecimal digits. */
    public static String hash(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * @param etag the answer's own, empty for none
     * @param encoding empty for plain, "g" for gzip, "b" for br
     */
    public static String of(String etag, String hash, String encoding) {
        var before = etag.isEmpty() ? "" : etag + "-";
        return "\"" + before + hash + encoding + "\"";
    }

    /** Whether If-None-Match names the tag; weak comparison, as for every safe method. */
    public static boolean noneMatch(String ifNoneMatch, String tag) {
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        for (var candidate : ifNoneMatch.split(",", -1)) {
            var one = candidate.strip();
            if ((one.startsWith("W/") ? one.substring(2) : one).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** The etag of its own that an If-Match names, without our hash; empty where it is no single strong tag. */
    public static Optional<String> own(String ifMatch) {
        var tag = ifMatch.strip();
        if (tag.length() < 2 || tag.charAt(0) != '"' || tag.indexOf('"', 1) != tag.length() - 1) {
            return Optional.empty();
        }
        var value = tag.substring(1, tag.length() - 1);
        int dash = value.lastIndexOf('-');
        return Optional.of(dash >= 0 && isHash(value.substring(dash + 1)) ? value.substring(0, dash) : value);
    }

    private static boolean isHash(String text) {
        boolean encoded = text.endsWith("g") || text.endsWith("b") && text.length() > HASH_LENGTH;
        var hash = encoded ? text.substring(0, text.length() - 1) : text;
        return hash.length() == HASH_LENGTH && hash.chars().allMatch(HexFormat::isHexDigit);
    }
}
