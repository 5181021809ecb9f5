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
}
