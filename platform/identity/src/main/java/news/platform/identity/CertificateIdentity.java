package news.platform.identity;

import io.grpc.Attributes;
import io.grpc.Grpc;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;

/**
 * The one service of the table that the DNS names of the peer's certificate name, as its module is called, e.g. {@code
 * content-service}. Whether the certificate is good was decided in the handshake. One that names two services is nobody's.
 */
final class CertificateIdentity implements PeerIdentity {
    private static final int DNS_NAME = 2;

    private final Topology topology;

    CertificateIdentity(Topology topology) {
        this.topology = topology;
    }

    @Override
    public Optional<String> of(Attributes connection) {
        return Optional.ofNullable(connection.get(Grpc.TRANSPORT_ATTR_SSL_SESSION))
                .flatMap(CertificateIdentity::certificate)
                .flatMap(this::of);
    }

    @Override
    public Optional<String> of(X509Certificate certificate) {
        List<String> services = dnsNames(certificate).stream()
                .flatMap(name -> topology.ofApplication(name).stream())
                .map(ServiceEntry::name)
                .distinct()
                .toList();
        return services.size() == 1 ? Optional.of(services.getFirst()) : Optional.empty();
    }

    private static Optional<X509Certificate> certificate(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate leaf ? Optional.of(leaf) : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    private static List<String> dnsNames(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
