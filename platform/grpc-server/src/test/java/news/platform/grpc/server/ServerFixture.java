package news.platform.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.netty.pkitesting.X509Bundle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.probe.v1.ProbeServiceGrpc.ProbeServiceBlockingStub;
import news.platform.test.TestTokens;
import news.platform.test.grpc.TestCertificates;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real server on a real port, asked over a real channel, with real tokens. */
@SpringBootTest(
        classes = ProbeServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=probe-service",
            "spring.grpc.server.port=0",
            "spring.grpc.server.inbound.message.max-size=64KB"
        })
abstract class ServerFixture {
    static final ProbeRequest EMPTY = ProbeRequest.getDefaultInstance();

    final AtomicReference<Metadata> headers = new AtomicReference<>();
    final AtomicReference<Metadata> trailers = new AtomicReference<>();

    @Autowired
    ProbeServer.Probe probe;

    @Autowired
    ProbeServer.Reports reports;

    @Autowired
    private GrpcServerLifecycle server;

    private ManagedChannel channel;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("news.security.jwks-uri", TestTokens::jwksUri);
    }

    @BeforeEach
    void open() {
        channel = channel(TestCertificates.of("gateway"));
        probe.behaviour = request -> "fine";
        probe.ended.set("");
        reports.failures.clear();
    }

    @AfterEach
    void close() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    ManagedChannel channel() {
        return channel;
    }

    /** A connection of whoever has this certificate. */
    ManagedChannel channel(X509Bundle certificate) {
        return Grpc.newChannelBuilderForAddress("127.0.0.1", server.getPort(), TestCertificates.client(certificate))
                .overrideAuthority("probe-service")
                .build();
    }

    /** A stub by which the gateway calls, that sends these headers: name, value, name, value … */
    ProbeServiceBlockingStub stub(String... namesAndValues) {
        return stub(channel, namesAndValues);
    }

    /** The same over another connection. */
    ProbeServiceBlockingStub stub(Channel connection, String... namesAndValues) {
        Metadata metadata = new Metadata();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            metadata.put(Metadata.Key.of(namesAndValues[i], Metadata.ASCII_STRING_MARSHALLER), namesAndValues[i + 1]);
        }
        return ProbeServiceGrpc.newBlockingStub(ClientInterceptors.intercept(
                        connection,
                        MetadataUtils.newAttachHeadersInterceptor(metadata),
                        MetadataUtils.newCaptureMetadataInterceptor(headers, trailers)))
                .withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    ProbeServiceBlockingStub stubOf(String userId, String... roles) {
        return stub("authorization", "Bearer " + TestTokens.user(userId, roles));
    }

    static ErrorDetails refusal(ThrowingCallable call) {
        return ErrorStatuses.read(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    static void assertRefused(PlatformReason reason, ThrowingCallable call) {
        ErrorDetails details = refusal(call);
        assertThat(details.reason()).isEqualTo(reason.name());
        assertThat(details.code()).isEqualTo(Reason.of(reason).kind().code());
    }

    static void assertUnauthenticated(ThrowingCallable call) {
        assertRefused(PlatformReason.UNAUTHENTICATED, call);
    }
}
