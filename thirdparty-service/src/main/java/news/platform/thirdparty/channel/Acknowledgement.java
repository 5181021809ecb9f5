package news.platform.thirdparty.channel;

import java.nio.charset.StandardCharsets;

/**
 * What a channel is answered, to the byte.
 *
 * @param status 200 to 299, or 400 to 499
 * @param body ASCII or UTF-8
 */
public record Acknowledgement(int status, String contentType, String body) {
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** What became of a callback, as far as its channel cares. */
    public enum Verdict {
        /** Believed and kept, now or before. */
        TAKEN,
        /** Believed, but it does not say what was asked for: somebody has to look. */
        MISMATCH,
        /** Not believed. */
        REFUSED
    }
}
