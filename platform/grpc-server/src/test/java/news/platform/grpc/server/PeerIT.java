package news.platform.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.OpenSsl;
import io.netty.pkitesting.X509Bundle;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeServiceGrpc.ProbeServiceBlockingStub;
import news.platform.security.AuditLog;
import news.platform.test.TestTokens;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.test.context.TestPropertySource;

/** Who may call is who its certificate says, if the table says so too. */
@TestPropertySource(properties = "spring.ssl.bundle.watch.file.quiet-period=50ms")
class PeerIT extends ServerFixture {
    private final List<ManagedChannel> connections = new ArrayList<>();

    @Autowired
    private GrpcServerLifecycle lifecycle;

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void closeConnections() {
        connections.forEach(ManagedChannel::shutdownNow);
    }

    @Test
    void letsInTheGatewayAndThoseWhoseRowNamesThisService() {
        assertThat(from("gateway").getPublic(EMPTY).getText()).isEqualTo("fine");
        assertThat(from("content-service").getPublic(EMPTY).getText()).isEqualTo("fine");
        assertThat(from("thirdparty-service").getPublic(EMPTY).getText()).isEqualTo("fine");
    }

    @Test
    void refusesAServiceThatItsRowDoesNotHaveCallThisAndTellsTheSecurityLog() {
        var logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);

        assertRefused(
                PlatformReason.SERVICE_NOT_ALLOWED, () -> from("user-service").getPublic(EMPTY));

        logger.detachAppender(lines);
        assertThat(lines.list).singleElement().satisfies(line -> assertThat(
                        line.getKeyValuePairs().stream().map(KeyValuePair::toString))
                .containsExactly(
                        "event.action=\"service-access\"",
                        "event.outcome=\"failure\"",
                        "event.reason=\"SERVICE_NOT_ALLOWED\"",
                        "audit.method=\"news.platform.probe.v1.ProbeService/GetPublic\"",
                        "audit.service=\"user\""));
        assertThat(meters.get("news.audit.events")
                        .tags("action", "service-access", "result", "failure")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void refusesANameThatIsNoServiceAndOneThatIsTwo() {
        assertRefused(PlatformReason.SERVICE_NOT_ALLOWED, () -> from("stranger").getPublic(EMPTY));
        assertRefused(PlatformReason.SERVICE_NOT_ALLOWED, () -> from("gateway", "content-service")
                .getPublic(EMPTY));
    }

    @Test
    void keepsAnInternalMethodFromTheGateway() {
        assertThat(from("content-service").getInternal(EMPTY).getText()).isEqualTo("fine");
        assertRefused(PlatformReason.SERVICE_NOT_ALLOWED, () -> from("gateway").getInternal(EMPTY));
    }

    @Test
    void takesATokenForAnInternalMethodButOnlyAValidOne() {
        ManagedChannel content = connection(TestCertificates.of("content-service"));

        assertThat(stub(content, "authorization", "Bearer " + TestTokens.user("u1"))
                        .getInternal(EMPTY)
                        .getText())
                .isEqualTo("fine");
        assertUnauthenticated(
                () -> stub(content, "authorization", "Bearer rubbish").getInternal(EMPTY));
    }

    @Test
    void letsInOnlyTheCallersThatAnInternalMethodNames() {
        assertThat(from("content-service").getForOne(EMPTY).getText()).isEqualTo("fine");
        assertRefused(PlatformReason.SERVICE_NOT_ALLOWED, () -> from("thirdparty-service")
                .getForOne(EMPTY));
        assertRefused(PlatformReason.SERVICE_NOT_ALLOWED, () -> from("gateway").getForOne(EMPTY));
    }

    @Test
    void demandsAKeyOfTheServiceThatMovesSomething() {
        ManagedChannel content = connection(TestCertificates.of("content-service"));

        assertRefused(
                PlatformReason.IDEMPOTENCY_KEY_MISSING, () -> stub(content).moveInternal(EMPTY));
        assertThat(stub(content, "idempotency-key", "event-1/grant")
                        .moveInternal(EMPTY)
                        .getText())
                .isEqualTo("fine");
    }

    @Test
    void tellsWhichServiceCallsAndForHowLong() {
        probe.behaviour = request -> CallMetadata.service().orElse("no service") + " "
                + CallMetadata.deadline().orElseThrow().toMillis();

        assertThat(from("content-service").getPublic(EMPTY).getText()).isEqualTo("content 300");
        assertThat(from("gateway").getPublic(EMPTY).getText()).isEqualTo("no service 300");
    }

    @Test
    void believesTheGatewayAloneWhereAClientIs() {
        probe.behaviour = request -> CallMetadata.clientAddress().orElse("?")
                + CallMetadata.userAgent().orElse("?");
        String[] origin = {"x-client-address", "192.0.2.7", "x-client-user-agent", "Probe/1"};

        assertThat(stub(origin).getPublic(EMPTY).getText()).isEqualTo("192.0.2.7Probe/1");
        assertThat(stub(connection(TestCertificates.of("content-service")), origin)
                        .getPublic(EMPTY)
                        .getText())
                .isEqualTo("??");
    }

    @Test
    void refusesWhoeverHasNoGoodCertificate() {
        var none = TlsChannelCredentials.newBuilder()
                .trustManager(TestCertificates.of("gateway").toTrustManager())
                .build();

        assertUnreachable(stub(connection(TestCertificates.strange("gateway"))));
        assertUnreachable(stub(connection(TestCertificates.expired("gateway"))));
        assertUnreachable(stub(keep(Grpc.newChannelBuilderForAddress("127.0.0.1", lifecycle.getPort(), none)
                .overrideAuthority("probe-service")
                .build())));
        assertUnreachable(stub(keep(
                Grpc.newChannelBuilderForAddress("127.0.0.1", lifecycle.getPort(), InsecureChannelCredentials.create())
                        .build())));
    }

    /** The JDK's TLS would serve as well, and cost twice as much a call: nobody would notice. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void speaksTlsByTheNativeLibraryWhereTheImagesRun() {
        assertThat(OpenSsl.unavailabilityCause()).isNull();
    }

    @Test
    void takesARenewedCertificateForNewConnectionsWhileOpenOnesGoOn() {
        ProbeServiceBlockingStub open = from("gateway");
        open.getPublic(EMPTY);
        X509Bundle renewed = TestCertificates.of("probe-service");

        TestCertificates.write(renewed, TestCertificates.folder("probe-service"));

        await().until(() -> shown().equals(renewed.getCertificate()));
        assertThat(from("gateway").getPublic(EMPTY).getText()).isEqualTo("fine");
        assertThat(open.getPublic(EMPTY).getText()).isEqualTo("fine");
    }

    /** What the server shows to a new connection. */
    private X509Certificate shown() throws Exception {
        var sockets = TestCertificates.context(TestCertificates.of("gateway")).getSocketFactory();
        try (var socket = (SSLSocket) sockets.createSocket("127.0.0.1", lifecycle.getPort())) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private ProbeServiceBlockingStub from(String... names) {
        return stub(connection(TestCertificates.of(names)));
    }

    private ManagedChannel connection(X509Bundle certificate) {
        return keep(channel(certificate));
    }

    private ManagedChannel keep(ManagedChannel connection) {
        connections.add(connection);
        return connection;
    }

    private static void assertUnreachable(ProbeServiceBlockingStub stub) {
        assertThat(refusal(() -> stub.withDeadlineAfter(20, TimeUnit.SECONDS).getPublic(EMPTY))
                        .code())
                .isEqualTo(Status.Code.UNAVAILABLE);
    }
}
