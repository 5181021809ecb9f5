package news.platform.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.now();
    private final InstantSource clock = () -> now;

    @Test
    void issuesOneCertificateForAServiceByItsNameAndKeepsIt() throws Exception {
        Path own = certificates().of("content-service");

        X509Certificate certificate = certificate(own);
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "content-service"), List.of(7, "127.0.0.1"));
        assertThatCode(() -> certificate.verify(certificate(own, "ca.crt").getPublicKey()))
                .doesNotThrowAnyException();
        assertThat(certificate(certificates().of("content-service"))).isEqualTo(certificate);
        assertThat(certificate(certificates().of("gateway")).getIssuerX500Principal())
                .isEqualTo(certificate.getIssuerX500Principal());
    }

    @Test
    void showsItsKeysToTheirOwnerOnly() throws Exception {
        Path own = certificates().of("content-service");

        for (Path file : List.of(own.resolve("tls.key"), own.resolve("tls.crt"), folder.resolve("authority.p12"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
    }

    @Test
    void renewsWhatIsNearItsEndAndNothingElse() throws Exception {
        Certificates certificates = certificates();
        X509Certificate first = certificate(certificates.of("content-service"));

        now = now.plus(Duration.ofDays(15));
        certificates.renew();
        assertThat(certificate(folder.resolve("content-service"))).isEqualTo(first);

        now = now.plus(Duration.ofDays(6));
        certificates.renew();
        X509Certificate second = certificate(folder.resolve("content-service"));
        assertThat(second.getNotAfter()).isAfter(first.getNotAfter());
    }

    @Test
    void issuesAnewWhereTheAuthorityIsAnotherOne() throws Exception {
        X509Certificate first = certificate(certificates().of("content-service"));

        Files.delete(folder.resolve("authority.p12"));
        Path own = certificates().of("content-service");

        assertThat(certificate(own)).isNotEqualTo(first);
        assertThatCode(() -> certificate(own).verify(certificate(own, "ca.crt").getPublicKey()))
                .doesNotThrowAnyException();
        assertThat(Arrays.stream(own.toFile().list()).toList())
                .containsExactlyInAnyOrder("ca.crt", "tls.crt", "tls.key");
    }

    private Certificates certificates() {
        return new Certificates(folder, clock);
    }

    private static X509Certificate certificate(Path own) throws IOException, GeneralSecurityException {
        return certificate(own, "tls.crt");
    }

    private static X509Certificate certificate(Path own, String file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(own.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
