package news.platform.local.store;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import news.platform.local.file.OwnerOnly;

/**
 * The authority of this machine alone and the certificates that it has issued, a folder for each service: {@code tls.crt},
 * {@code tls.key} and the authority's {@code ca.crt}. Only their owner can read them, nobody else trusts them; delete the
 * whole folder while the platform is down and the next start makes another. Safe for several threads of one process.
 */
public final class Certificates {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration NEAR_EXPIRY = Duration.ofDays(10);
    private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3650);
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final String KEY = "2";
    /** The key is guarded by who may read the file. */
    private static final char[] PASSWORD = "news".toCharArray();

    private final Path folder;
    private final InstantSource clock;

    public Certificates(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The folder of a service, e.g. content-service, with a certificate that is good for a while. */
    public synchronized Path of(String service) {
        Path own = OwnerOnly.folder(folder.resolve(service));
        X509Bundle authority = authority();
        if (!isGood(own, authority)) {
            X509Bundle issued = issued(service, authority);
            write(own.resolve("ca.crt"), authority.getRootCertificatePEM());
            write(own.resolve("tls.key"), issued.getPrivateKeyPEM());
            write(own.resolve("tls.crt"), issued.getCertificatePathPEM());
        }
        return own;
    }

    /** Issues anew what is near its end; services that run take it over. */
    public void renew() {
        try (Stream<Path> services = Files.list(folder)) {
            List<Path> folders = services.filter(Files::isDirectory).toList();
            folders.forEach(service -> of(service.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private boolean isGood(Path own, X509Bundle authority) {
        Path file = own.resolve("tls.crt");
        if (!Files.exists(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            Instant end = certificate.getNotAfter().toInstant();
            return end.isAfter(clock.instant().plus(NEAR_EXPIRY))
                    && Files.readString(own.resolve("ca.crt")).equals(authority.getRootCertificatePEM());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot read " + file + ": delete " + folder, e);
        }
    }

    private X509Bundle authority() {
        Path file = OwnerOnly.folder(folder).resolve("authority.p12");
        try {
            if (Files.exists(file)) {
                KeyStore kept = KeyStore.getInstance(file.toFile(), PASSWORD);
                var root = (X509Certificate) kept.getCertificate(KEY);
                var key = (PrivateKey) kept.getKey(KEY, PASSWORD);
                return X509Bundle.fromRootCertificateAuthority(root, new KeyPair(root.getPublicKey(), key));
            }
            X509Bundle fresh = built(
                    new CertificateBuilder()
                            .subject("CN=news platform on one machine")
                            .setIsCertificateAuthority(true)
                            .notAfter(clock.instant().plus(AUTHORITY_LIFETIME)),
                    CertificateBuilder::buildSelfSigned);
            try (var out = Files.newOutputStream(OwnerOnly.file(file))) {
                fresh.toKeyStore(PASSWORD).store(out, PASSWORD);
            }
            return fresh;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot read or write " + file + ": delete " + folder, e);
        }
    }

    private X509Bundle issued(String service, X509Bundle authority) {
        return built(
                new CertificateBuilder()
                        .subject("CN=" + service)
                        .addSanDnsName(service)
                        .addSanIpAddress("127.0.0.1")
                        .notBefore(clock.instant().minus(CLOCK_SKEW))
                        .notAfter(clock.instant().plus(LIFETIME)),
                builder -> builder.buildIssuedBy(authority));
    }

    private static X509Bundle built(CertificateBuilder builder, Building how) {
        try {
            return how.build(builder);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot make a certificate", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path next = OwnerOnly.file(file.resolveSibling(file.getFileName() + ".next"));
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** As the library declares it. */
    private interface Building {
        X509Bundle build(CertificateBuilder builder) throws Exception;
    }
}
