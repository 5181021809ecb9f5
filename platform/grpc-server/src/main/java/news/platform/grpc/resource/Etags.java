package news.platform.grpc.resource;

import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;

/** The opaque etag of a resource, made of the version that rises with each change. */
public final class Etags {
    private Etags() {}

    /** The etag of this version. */
    public static String of(long version) {
        return "v" + version;
    }

    /**
     * Holds a change to the version that it is based on (If-Match).
     *
     * @param sent the request's etag; empty for whatever there is
     * @param version the version there is, locked against other changes
     * @throws DomainException ETAG_MISMATCH where it is another one
     */
    public static void require(String sent, long version) {
        if (!sent.isEmpty() && !sent.equals(of(version))) {
            throw new DomainException(
                    PlatformReason.ETAG_MISMATCH, "it was changed since it was read: read it again, then decide");
        }
    }
}
