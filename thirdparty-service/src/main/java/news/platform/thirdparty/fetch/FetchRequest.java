package news.platform.thirdparty.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param uri where from
 * @param etag the validator of the copy that is here already, if any
 * @param lastModified the same, as the Last-Modified header said it
 */
public record FetchRequest(
        URI uri, @Nullable String etag, @Nullable String lastModified) {
    public static FetchRequest of(URI uri) {
        return new FetchRequest(uri, null, null);
    }

    boolean conditional() {
        return etag != null || lastModified != null;
    }
}
