package news.platform.thirdparty.push;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is no larger than a network takes: the text is cut, never more. */
final class Payload {
    /** What FCM and APNs take. */
    static final int MAX_BYTES = 4096;

    private static final JsonMapper JSON = new JsonMapper();

    private Payload() {}

    /**
     * The payload, where it is too large with a text of which no more is left than surely fits.
     *
     * @param form makes the payload of a text
     */
    static String of(String text, Function<String, Map<String, ?>> form) {
        var whole = JSON.writeValueAsString(form.apply(text));
        int over = whole.getBytes(StandardCharsets.UTF_8).length - MAX_BYTES;
        if (over <= 0) {
            return whole;
        }
        // each character that goes takes at least one byte with it
        int kept = Math.max(0, text.codePointCount(0, text.length()) - over);
        return JSON.writeValueAsString(form.apply(text.substring(0, text.offsetByCodePoints(0, kept))));
    }
}
