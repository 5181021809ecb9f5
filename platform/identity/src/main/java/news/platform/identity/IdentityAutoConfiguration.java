package news.platform.identity;

import java.security.cert.CertificateException;
import news.platform.topology.Topology;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.context.annotation.Bean;

/**
 * Makes the SSL bundle {@link #BUNDLE} from the files that {@link IdentityDefaults} names, which Spring Boot watches. Boot's
 * gRPC server and client take the managers of a bundle once, so these can change what they hold; a server of Boot's that
 * is told of an update takes the files' own bundle, {@link IdentityDefaults#FILES}.
 */
@AutoConfiguration
public final class IdentityAutoConfiguration {
    /** The name of the bundle that every connection inside the platform takes. */
    public static final String BUNDLE = "identity";

    @Bean
    @ConditionalOnMissingBean
    Topology topology() {
        return Topology.load();
    }

    @Bean
    @ConditionalOnMissingBean
    PeerIdentity peerIdentity(Topology topology) {
        return new CertificateIdentity(topology);
    }

    @Bean
    ReloadedCertificates reloadedCertificates() throws CertificateException {
        return new ReloadedCertificates();
    }

    @Bean
    SslBundleRegistrar identityBundle(ReloadedCertificates certificates) {
        return bundles -> bundles.registerBundle(
                BUNDLE,
                SslBundle.of(
                        SslStoreBundle.NONE,
                        SslBundleKey.NONE,
                        SslOptions.NONE,
                        SslBundle.DEFAULT_PROTOCOL,
                        certificates));
    }

    /** A process without a certificate does not start. */
    @Bean
    SmartInitializingSingleton identityFiles(SslBundles bundles, ReloadedCertificates certificates) {
        return () -> {
            certificates.take(bundles.getBundle(IdentityDefaults.FILES));
            bundles.addBundleUpdateHandler(IdentityDefaults.FILES, certificates::take);
        };
    }
}
