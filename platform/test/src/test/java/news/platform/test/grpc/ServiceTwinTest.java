package news.platform.test.grpc;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeResponse;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.probe.v1.ProbeServiceGrpc.ProbeServiceBlockingStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceTwinTest {
    private static final ProbeRequest REQUEST =
            ProbeRequest.newBuilder().setProbeText("hello").build();

    private final ServiceTwin twin = new ServiceTwin("user");
    private final ManagedChannel channel = Grpc.newChannelBuilder(
                    twin.address(), TestCertificates.client(TestCertificates.of("content-service")))
            .build();

    @AfterEach
    void close() {
        channel.shutdownNow();
        twin.close();
    }

    @Test
    void answersAsScriptedAndTellsWhoAsked() {
        twin.answer(ProbeServiceGrpc.getGetPublicMethod(), request -> ProbeResponse.newBuilder()
                .setText(request.getProbeText() + "!")
                .build());

        assertThat(stub().getPublic(REQUEST).getText()).isEqualTo("hello!");
        assertThat(twin.calls(ProbeServiceGrpc.getGetPublicMethod()))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.request()).isEqualTo(REQUEST);
                    assertThat(call.patience().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(20));
                });
        assertThat(twin.calls(ProbeServiceGrpc.getGetOptionalMethod())).isEmpty();
    }

    @Test
    void refusesAsScripted() {
        twin.answer(ProbeServiceGrpc.getGetPublicMethod(), request -> {
            throw DomainException.field(PlatformReason.INVALID_FIELD, "probeText", "is no question");
        });

        assertInvalid(() -> stub().getPublic(REQUEST), "probeText");
        assertThatThrownBy(() -> assertInvalid(() -> stub().getPublic(REQUEST), "other"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertRefused("OTHER", () -> stub().getPublic(REQUEST)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void hasNoAnswerWithoutAScriptAndIsDownWhenToldTo() {
        assertRefused(Status.Code.UNIMPLEMENTED, "UNIMPLEMENTED", () -> stub().getPublic(REQUEST));

        twin.answer(ProbeServiceGrpc.getGetPublicMethod(), request -> ProbeResponse.getDefaultInstance());
        twin.is(ServiceTwin.Mood.DOWN);

        assertRefused(Status.Code.UNAVAILABLE, "UNAVAILABLE", () -> stub().getPublic(REQUEST));
    }

    @Test
    void standsInForServicesOfTheTableOnly() {
        assertThatThrownBy(() -> new ServiceTwin("nobody"))
                .hasMessageContaining("expected: a service of platform.json");
    }

    private ProbeServiceBlockingStub stub() {
        return ProbeServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }
}
