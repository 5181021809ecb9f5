package news.platform.grpc.client;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeResponse;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.test.grpc.TestCertificates;

/** A real server without any of the platform, which can be stopped and started again on its port. */
final class Callee extends ProbeServiceGrpc.ProbeServiceImplBase {
    private static final ServerCredentials CREDENTIALS = TestCertificates.server("probe-service");

    final AtomicInteger calls = new AtomicInteger();
    final AtomicReference<Metadata> headers = new AtomicReference<>();
    volatile Supplier<Status> behaviour = () -> Status.OK;

    /** Whether streams go on after their first message. */
    volatile boolean endless;

    /** Counts down when the other side of a chat has left. */
    final CountDownLatch left = new CountDownLatch(1);

    private final int port;
    private Server server;

    Callee() {
        this.server = start(0);
        this.port = server.getPort();
    }

    private Server start(int onPort) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", onPort), CREDENTIALS)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .addService(this)
                    .intercept(new HeaderKeeper())
                    .permitKeepAliveTime(1, TimeUnit.SECONDS)
                    .permitKeepAliveWithoutCalls(true)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    void stop() throws InterruptedException {
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    void startAgain() {
        server = start(port);
    }

    private void answer(StreamObserver<ProbeResponse> observer) {
        answer(observer, false);
    }

    private void answer(StreamObserver<ProbeResponse> observer, boolean goesOn) {
        calls.incrementAndGet();
        Status status;
        try {
            status = behaviour.get();
        } catch (StatusRuntimeException e) {
            observer.onError(e);
            return;
        }
        if (status.isOk()) {
            observer.onNext(ProbeResponse.newBuilder().setText("fine").build());
            if (!goesOn) {
                observer.onCompleted();
            }
        } else {
            observer.onError(status.asRuntimeException());
        }
    }

    /** How long the caller is ready to wait. */
    static long millisLeft() {
        var deadline = Context.current().getDeadline();
        return deadline == null ? Long.MAX_VALUE : deadline.timeRemaining(TimeUnit.MILLISECONDS);
    }

    @Override
    public void getPublic(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
        answer(observer);
    }

    @Override
    public void getOptional(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
        answer(observer);
    }

    @Override
    public void changeDefault(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
        answer(observer);
    }

    @Override
    public void watch(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
        answer(observer, endless);
    }

    /** Answers each, and fails as it is told. */
    @Override
    public StreamObserver<ProbeRequest> chat(StreamObserver<ProbeResponse> observer) {
        return new StreamObserver<>() {
            @Override
            public void onNext(ProbeRequest request) {
                answer(observer, true);
            }

            @Override
            public void onError(Throwable failure) {
                left.countDown();
            }

            @Override
            public void onCompleted() {
                observer.onCompleted();
            }
        };
    }

    private final class HeaderKeeper implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata received, ServerCallHandler<Q, R> next) {
            headers.set(received);
            return next.startCall(call, received);
        }
    }
}
