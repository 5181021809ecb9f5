package news.platform.identity;

import io.grpc.Attributes;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Tells which service is at the other end of a connection. The one that a process has reads the certificate; a test whose
 * calls do not leave the process replaces it as a bean. Thread-safe.
 */
@FunctionalInterface
public interface PeerIdentity {
    /** The attribute of a connection that holds the name of its service; absent where nobody known is at its other end. */
    Attributes.Key<String> PEER = Attributes.Key.create("news.platform.peer");

    /** The service's name in {@code platform.json}, from the attributes of a connection that is ready; empty: not known. */
    Optional<String> of(Attributes connection);

    /** The same from a certificate that was found to be good. */
    default Optional<String> of(X509Certificate certificate) {
        return Optional.empty();
    }
}
