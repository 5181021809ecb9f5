package news.platform.gateway.hot.encoding;

import news.platform.gateway.answer.Answer;
import news.platform.gateway.transcode.EntityTags;

/** Entity tags: the message's own etag where it has one, a hash of the bytes, a letter for the encoding. */
public final class Etags {

    private Etags() {}

    public static String base(Answer answer) {
        String hash = EntityTags.hash(answer.body());
        return answer.etag().isEmpty() ? hash : answer.etag() + "-" + hash;
    }

    public static String of(String base, Encoding encoding) {
        return "\"" + base + encoding.tagSuffix() + "\"";
    }

    /**
     * Whether If-None-Match names the tag, by the weak comparison: a list, with or without W/, or "*" for whatever there
     * is. What cannot be read names nothing.
     */
    public static boolean matches(String ifNoneMatch, String etag) {
        if (ifNoneMatch.equals(etag)) {
            return true;
        }
        int at = 0;
        int end = ifNoneMatch.length();
        while (at < end) {
            char c = ifNoneMatch.charAt(at);
            if (c == ' ' || c == ',' || c == '\t') {
                at++;
            } else if (c == '*') {
                return ifNoneMatch.strip().equals("*");
            } else {
                int open = ifNoneMatch.startsWith("W/", at) ? at + 2 : at;
                int close = open < end && ifNoneMatch.charAt(open) == '"' ? ifNoneMatch.indexOf('"', open + 1) : -1;
                if (close < 0) {
                    return false;
                }
                if (close + 1 - open == etag.length() && ifNoneMatch.regionMatches(open, etag, 0, etag.length())) {
                    return true;
                }
                at = close + 1;
            }
        }
        return false;
    }
}
