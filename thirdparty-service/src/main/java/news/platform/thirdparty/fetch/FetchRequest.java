package news.platform.thirdparty.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param uri where from
 * @param etag the validator of the copy that is here already, if any
 * @param lastModified the same, as the Last-Modified header said it
 * @param bearer a token, given to the host that is asked and to none that it leads to; empty for none
 */
public record FetchRequest(
        URI uri, @Nullable String etag, @Nullable String lastModified, String bearer) {
    public FetchRequest(URI uri, @Nullable String etag, @Nullable String lastModified) {
        this(uri, etag, lastModified, "");
    }

    public static FetchRequest of(URI uri) {
        return new FetchRequest(uri, null, null);
    }

    /** The same with a token. */
    public FetchRequest with(String token) {
        return new FetchRequest(uri, etag, lastModified, token);
    }

    /** The same, where this copy is here already. */
    public FetchRequest since(FetchResult.Content copy) {
        return new FetchRequest(uri, copy.etag(), copy.lastModified(), bearer);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "FetchRequest[uri=" + uri + "]";
    }

    boolean conditional() {
        return etag != null || lastModified != null;
    }
}
