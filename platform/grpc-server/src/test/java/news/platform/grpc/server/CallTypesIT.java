package news.platform.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeResponse;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.probe.v1.ProbeServiceGrpc.ProbeServiceStub;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Streams of requests, and streams both ways, through access, field rules and errors. */
class CallTypesIT extends ServerFixture {

    /** What the server says. */
    private static final class Heard implements StreamObserver<ProbeResponse> {
        final List<String> texts = new CopyOnWriteArrayList<>();
        final AtomicReference<StatusRuntimeException> failure = new AtomicReference<>();
        volatile boolean complete;

        @Override
        public void onNext(ProbeResponse response) {
            texts.add(response.getText());
        }

        @Override
        public void onError(Throwable thrown) {
            failure.set((StatusRuntimeException) thrown);
        }

        @Override
        public void onCompleted() {
            complete = true;
        }

        StatusRuntimeException failure() {
            return await().until(failure::get, thrown -> thrown != null);
        }
    }

    private static final Set<String> STREAMS = Set.of("Upload", "Chat");

    @Autowired
    private MeterRegistry meters;

    private final Heard heard = new Heard();
    private ManagedChannel content;
    private ProbeServiceStub stub;

    /** Without what an earlier test has left. */
    @BeforeEach
    void nothingRuns() {
        await().until(() -> running() == 0);
    }

    @BeforeEach
    void connectAsContent() {
        content = channel(TestCertificates.of("content-service"));
        stub = ProbeServiceGrpc.newStub(content).withDeadlineAfter(20, TimeUnit.SECONDS);
        probe.behaviour = ProbeRequest::getProbeText;
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        content.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    void answersAStreamOfRequestsAtItsEnd() {
        var say = stub.upload(heard);
        List.of("a", "b", "c").forEach(text -> say.onNext(text(text)));
        say.onCompleted();

        await().until(() -> heard.complete);
        assertThat(heard.texts).containsExactly("a,b,c");
        assertThat(probe.ended).hasValue("complete");
    }

    @Test
    void answersWhileItIsAsked() {
        var say = stub.chat(heard);

        say.onNext(text("a"));
        await().until(() -> heard.texts.equals(List.of("a")));
        say.onNext(text("b"));
        say.onCompleted();

        await().until(() -> heard.complete);
        assertThat(heard.texts).containsExactly("a", "b");
    }

    @Test
    void checksEveryMessageAndTellsTheMethodThatItIsOver() {
        var say = stub.chat(heard);
        say.onNext(text("a"));
        say.onNext(text("much too long"));

        var details = ErrorStatuses.read(heard.failure());

        assertThat(details.reason()).isEqualTo(PlatformReason.INVALID_FIELD.name());
        assertThat(details.violations())
                .first()
                .extracting(violation -> violation.field())
                .isEqualTo("probeText");
        assertThat(heard.texts).containsExactly("a");
        await().until(() -> probe.ended.get().equals("cancelled"));
    }

    @Test
    void failsAfterHalfAStream() {
        probe.behaviour = request -> {
            if (request.getProbeText().equals("b")) {
                throw new DomainException(PlatformReason.PERMISSION_DENIED, "Not b.");
            }
            return request.getProbeText();
        };
        var say = stub.chat(heard);
        say.onNext(text("a"));
        say.onNext(text("b"));

        assertThat(ErrorStatuses.read(heard.failure()).reason()).isEqualTo(PlatformReason.PERMISSION_DENIED.name());
        assertThat(heard.texts).containsExactly("a");
        await().until(() -> probe.ended.get().equals("cancelled"));
    }

    @Test
    void endsWithTheDeadlineAndWithItsCaller() {
        stub.withDeadlineAfter(200, TimeUnit.MILLISECONDS).upload(heard).onNext(text("a"));
        assertThat(heard.failure().getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        await().until(() -> probe.ended.get().equals("cancelled"));
        probe.ended.set("");

        var say = stub.upload(new Heard());
        say.onNext(text("a"));
        say.onError(Status.CANCELLED.asRuntimeException());

        await().until(() -> probe.ended.get().equals("cancelled"));
        assertThat(reports.failures).isEmpty();
    }

    /** One observation each, which metrics and traces are made from. */
    @Test
    void areObservedFromTheirFirstMessageToTheirEnd() {
        double before = observed("OK");
        var upload = stub.upload(new Heard());
        var chat = stub.chat(heard);
        upload.onNext(text("a"));
        chat.onNext(text("a"));
        await().until(() -> !heard.texts.isEmpty());
        assertThat(observed("OK")).isEqualTo(before);
        assertThat(running()).isEqualTo(2);

        upload.onCompleted();
        chat.onCompleted();

        await().until(() -> observed("OK") == before + 2 && running() == 0);
    }

    @Test
    void areObservedHoweverTheyEnd() {
        double refused = observed("INVALID_ARGUMENT");
        // what its client has left has no status of its own
        double left = observed("UNKNOWN");

        stub.chat(heard).onNext(text("much too long"));
        stub.withDeadlineAfter(200, TimeUnit.MILLISECONDS).upload(new Heard()).onNext(text("a"));

        await().until(() -> observed("INVALID_ARGUMENT") == refused + 1);
        await().until(() -> observed("UNKNOWN") == left + 1);
    }

    /** Streams that have ended so. */
    private double observed(String status) {
        return meters.find("grpc.server").tag("grpc.status_code", status).timers().stream()
                .filter(timer -> STREAMS.contains(timer.getId().getTag("rpc.method")))
                .mapToLong(Timer::count)
                .sum();
    }

    private int running() {
        return meters.find("grpc.server.active").longTaskTimers().stream()
                .filter(timer -> STREAMS.contains(timer.getId().getTag("rpc.method")))
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }

    @Test
    void refusesWhoMayNotCallBeforeTheFirstMessage() {
        var gateway = ProbeServiceGrpc.newStub(channel()).withDeadlineAfter(20, TimeUnit.SECONDS);

        gateway.upload(heard);

        assertThat(ErrorStatuses.read(heard.failure()).reason()).isEqualTo(PlatformReason.SERVICE_NOT_ALLOWED.name());
    }

    private static ProbeRequest text(String text) {
        return ProbeRequest.newBuilder().setProbeText(text).build();
    }
}
