package news.platform.gateway.transcode;

import java.util.HexFormat;
import news.platform.security.Digests;

/**
 * Strong tags: {@code "<etag>-<hash>"} where the answer carries an etag of its own, else {@code "<hash>"}; a letter behind
 * the hash tells the encodings apart. The hash is the first half of the SHA-256 of the plain bytes.
 */
public final class EntityTags {

    /** No answer's own etag is longer, so no longer one is current. */
    static final int MAX_LENGTH = 64;

    private static final int HASH_BYTES = 8;
    private static final int HASH_LENGTH = 2 * HASH_BYTES;

    private EntityTags() {}

    /** 16 hexadecimal digits. */
    public static String hash(byte[] body) {
        return HexFormat.of().formatHex(Digests.sha256(body), 0, HASH_BYTES);
    }

    /**
     * @param etag the answer's own, empty for none
     * @param encoding empty for plain, "g" for gzip, "b" for br
     */
    public static String of(String etag, String hash, String encoding) {
        var before = etag.isEmpty() ? "" : etag + "-";
        return "\"" + before + hash + encoding + "\"";
    }

    /** The answer's own etag of what stands between a tag's quotes: without our hash. */
    public static String own(String tag) {
        int dash = tag.lastIndexOf('-');
        return dash >= 0 && isHash(tag.substring(dash + 1)) ? tag.substring(0, dash) : tag;
    }

    private static boolean isHash(String text) {
        boolean encoded = text.endsWith("g") || text.endsWith("b") && text.length() > HASH_LENGTH;
        var hash = encoded ? text.substring(0, text.length() - 1) : text;
        return hash.length() == HASH_LENGTH && hash.chars().allMatch(HexFormat::isHexDigit);
    }
}
