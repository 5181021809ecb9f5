package news.platform.test.grpc;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.grpc.ChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Certificates as the services of the platform have them, of an authority of this JVM. Every application that a test starts
 * takes the one of its name; {@code TestCallee} and twins take theirs here. Thread-safe.
 */
public final class TestCertificates {
    private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

    private TestCertificates() {}

    /** A certificate of the authority that all trust, good at 127.0.0.1 and for these DNS names, e.g. content-service. */
    public static X509Bundle of(String... names) {
        return issued(Authority.TRUSTED, Instant.now().plus(Duration.ofDays(1)), names);
    }

    /** The same, but it expired an hour ago. */
    public static X509Bundle expired(String name) {
        return issued(Authority.TRUSTED, Instant.now().minus(Duration.ofHours(1)), name);
    }

    /** The same of an authority that nobody knows. */
    public static X509Bundle strange(String name) {
        return issued(authority(), Instant.now().plus(Duration.ofDays(1)), name);
    }

    /** What a server shows that stands in for these services; it wants a certificate of whoever calls. */
    public static ServerCredentials server(String... names) {
        try {
            X509Bundle own = of(names);
            return TlsServerCredentials.newBuilder()
                    .keyManager(own.toKeyManagerFactory().getKeyManagers())
                    .trustManager(own.toTrustManager())
                    .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a caller with this certificate shows; it trusts the authority that all trust, whoever issued its own. */
    public static ChannelCredentials client(X509Bundle own) {
        try {
            return TlsChannelCredentials.newBuilder()
                    .keyManager(own.toKeyManagerFactory().getKeyManagers())
                    .trustManager(Authority.TRUSTED.toTrustManager())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for HTTP, and for both sides of it. */
    public static SSLContext context(X509Bundle own) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own.toKeyManagerFactory().getKeyManagers(),
                    Authority.TRUSTED.toTrustManagerFactory().getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An HTTP server at 127.0.0.1 that shows this certificate and wants one of whoever calls; not started yet. */
    public static HttpsServer httpsServer(X509Bundle own) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(own)) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                    wanted.setNeedClientAuth(true);
                    parameters.setSSLParameters(wanted);
                }
            });
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that an application of this name takes its certificate from, made when first asked for. */
    public static Path folder(String application) {
        return FOLDERS.computeIfAbsent(application, name -> {
            try {
                Path folder = Files.createTempDirectory("identity-of-" + name + "-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "certificates-delete"));
                write(of(name), folder);
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Puts a certificate into a folder in place of what is there, as a process that runs must be able to take it. */
    public static void write(X509Bundle certificate, Path folder) {
        replace(folder.resolve("tls.crt"), certificate.getCertificatePathPEM());
        replace(folder.resolve("tls.key"), certificate.getPrivateKeyPEM());
        replace(folder.resolve("ca.crt"), Authority.TRUSTED.getRootCertificatePEM());
    }

    private static X509Bundle issued(X509Bundle authority, Instant end, String... names) {
        CertificateBuilder builder = new CertificateBuilder()
                .subject("CN=" + names[0])
                .notBefore(end.minus(Duration.ofDays(2)))
                .notAfter(end)
                .addSanIpAddress("127.0.0.1");
        for (String name : names) {
            builder.addSanDnsName(name);
        }
        try {
            return builder.buildIssuedBy(authority);
        } catch (Exception e) {
            throw new IllegalStateException("no certificate for " + names[0], e);
        }
    }

    private static X509Bundle authority() {
        try {
            return new CertificateBuilder()
                    .subject("CN=authority of the tests")
                    .setIsCertificateAuthority(true)
                    .notAfter(Instant.now().plus(Duration.ofDays(2)))
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException("no authority", e);
        }
    }

    private static void replace(Path file, String text) {
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        for (String name : new String[] {"tls.crt", "tls.key", "ca.crt", ""}) {
            folder.resolve(name).toFile().delete();
        }
    }

    /** Made by the JVM when first used. */
    private static final class Authority {
        static final X509Bundle TRUSTED = authority();
    }
}
