package news.platform.gateway.request;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a client says its body is. */
public final class ContentType {

    private static final Set<String> JSON = Set.of("application/json", "application/merge-patch+json");

    private ContentType() {}

    /** Whether it is JSON in UTF-8, whatever else is said of it. */
    public static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            var type = MediaType.parseMediaType(contentType);
            var charset = type.getCharset();
            return JSON.contains(type.getType() + "/" + type.getSubtype())
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
