package news.platform.identity;

import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.netty.handler.ssl.util.KeyManagerFactoryWrapper;
import io.netty.handler.ssl.util.TrustManagerFactoryWrapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;

/**
 * The managers that every connection is made with. What they hold can be exchanged: the next handshake takes the new
 * certificates, connections that are open go on. Thread-safe.
 */
final class ReloadedCertificates implements SslManagerBundle {
    private final AdvancedTlsX509KeyManager own = new AdvancedTlsX509KeyManager();
    private final AdvancedTlsX509TrustManager trusted;

    ReloadedCertificates() throws CertificateException {
        this.trusted = AdvancedTlsX509TrustManager.newBuilder().build();
    }

    /** Takes the certificates as they are in the files now. */
    void take(SslBundle files) {
        try {
            KeyStore keys = Objects.requireNonNull(files.getStores().getKeyStore(), "no certificate");
            String alias = keys.aliases().nextElement();
            X509Certificate[] chain = Arrays.stream(keys.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            own.updateIdentityCredentials(chain, (PrivateKey) keys.getKey(alias, null));
            KeyStore authorities = Objects.requireNonNull(files.getStores().getTrustStore(), "no authority");
            List<X509Certificate> certificates = new ArrayList<>();
            for (String each : Collections.list(authorities.aliases())) {
                certificates.add((X509Certificate) authorities.getCertificate(each));
            }
            trusted.updateTrustCredentials(certificates.toArray(X509Certificate[]::new));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificates of news.identity.folder cannot be used", e);
        }
    }

    @Override
    public KeyManagerFactory getKeyManagerFactory() {
        return new KeyManagerFactoryWrapper(own);
    }

    @Override
    public TrustManagerFactory getTrustManagerFactory() {
        return new TrustManagerFactoryWrapper(trusted);
    }
}
