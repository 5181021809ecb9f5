package news.platform.grpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeResponse;
import news.platform.probe.v1.ProbeServiceGrpc;
import org.junit.jupiter.api.Test;
import org.springframework.grpc.client.GrpcChannelFactory;

/** Streams through the guards. */
class StreamingCallsIT extends CallerFixture {

    /** What the callee says. */
    private static final class Heard implements StreamObserver<ProbeResponse> {
        final List<String> texts = new CopyOnWriteArrayList<>();
        final AtomicReference<Status> end = new AtomicReference<>();

        @Override
        public void onNext(ProbeResponse response) {
            texts.add(response.getText());
        }

        @Override
        public void onError(Throwable failure) {
            end.set(Status.fromThrowable(failure));
        }

        @Override
        public void onCompleted() {
            end.set(Status.OK);
        }

        Status end() {
            return await().until(end::get, status -> status != null);
        }
    }

    private final ProbeServiceGrpc.ProbeServiceStub async =
            ProbeServiceGrpc.newStub(context.getBean(GrpcChannelFactory.class).createChannel("probe"));

    @Test
    void speaksBothWays() {
        Heard heard = new Heard();
        StreamObserver<ProbeRequest> say = async.chat(heard);

        say.onNext(EMPTY);
        await().until(() -> heard.texts.size() == 1);
        say.onNext(EMPTY);
        say.onCompleted();

        assertThat(heard.end().isOk()).isTrue();
        assertThat(heard.texts).containsExactly("fine", "fine");
    }

    @Test
    void passesAnErrorAfterHalfAStreamOn() {
        Heard heard = new Heard();
        StreamObserver<ProbeRequest> say = async.chat(heard);
        say.onNext(EMPTY);
        await().until(() -> heard.texts.size() == 1);

        callee.behaviour = () -> Status.FAILED_PRECONDITION;
        say.onNext(EMPTY);

        assertThat(heard.end().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(heard.texts).containsExactly("fine");
    }

    /** By an observation, which metrics and traces are made from. */
    @Test
    void isObservedUntilItsEnd() {
        Heard heard = new Heard();
        StreamObserver<ProbeRequest> say = async.chat(heard);
        say.onNext(EMPTY);
        await().until(() -> heard.texts.size() == 1);
        MeterRegistry meters = context.getBean(MeterRegistry.class);
        assertThat(meters.find("grpc.client").tag("rpc.method", "Chat").timers())
                .isEmpty();

        say.onCompleted();

        heard.end();
        await().until(() -> !meters.find("grpc.client")
                .tags("rpc.method", "Chat", "grpc.status_code", "OK")
                .timers()
                .isEmpty());
    }

    @Test
    void keepsTheCallersDeadline() throws Exception {
        Heard heard = new Heard();
        StreamObserver<ProbeRequest> say =
                async.withDeadlineAfter(300, TimeUnit.MILLISECONDS).chat(heard);
        say.onNext(EMPTY);

        assertThat(heard.end().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        assertThat(callee.left.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void endsWhenItsCallerIsCancelled() throws Exception {
        Heard heard = new Heard();
        Context.CancellableContext context = Context.current().withCancellation();
        context.run(() -> async.chat(heard).onNext(EMPTY));
        await().until(() -> heard.texts.size() == 1);

        context.cancel(null);

        assertThat(heard.end().getCode()).isEqualTo(Status.Code.CANCELLED);
        assertThat(callee.left.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesNoPlaceOfCallsThatComeAndGo() {
        callee.endless = true;

        for (int i = 0; i < 80; i++) {
            assertThat(stub.watch(EMPTY).next().getText()).isEqualTo("fine");
        }
    }

    @Test
    void letsEverybodyInAgainOnceStreamsStand() {
        callee.endless = true;
        callee.behaviour = () -> Status.UNAVAILABLE;
        for (int i = 0; i < 4; i++) {
            refusal(() -> stub.watch(EMPTY).next());
        }
        assertThat(refusal(() -> stub.watch(EMPTY).next()).reason()).isEqualTo(PlatformReason.CALLEE_DOWN.name());

        callee.behaviour = () -> Status.OK;
        await().ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                .until(() -> stub.watch(EMPTY).next().getText().equals("fine"));

        for (int i = 0; i < 20; i++) {
            assertThat(stub.watch(EMPTY).next().getText()).isEqualTo("fine");
        }
    }
}
