package news.platform.gateway.request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a client says its body is. */
public final class ContentType {

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private ContentType() {}

    /**
     * Whether it is one of these, whatever else is said of it; JSON is in UTF-8, and a merge patch is JSON.
     *
     * @param types as a method's policy names them, {@code *}{@code /*} for any
     */
    public static boolean isOneOf(List<String> types, @Nullable String contentType) {
        if (types.contains(MediaType.ALL_VALUE)) {
            return true;
        }
        if (contentType == null) {
            return false;
        }
        try {
            var type = MediaType.parseMediaType(contentType);
            var name = type.getType() + "/" + type.getSubtype();
            var known = name.equals(MERGE_PATCH) ? JSON : name;
            return types.contains(known) && (!known.equals(JSON) || isUtf8(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isUtf8(MediaType type) {
        var charset = type.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }
}
