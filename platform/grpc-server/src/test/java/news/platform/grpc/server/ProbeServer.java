package news.platform.grpc.server;

import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import news.platform.error.DomainException;
import news.platform.error.ExceptionTranslator;
import news.platform.error.FailureReporter;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeResponse;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.security.SessionCheck;
import news.platform.topology.Compiler;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.service.GrpcService;

/** A server whose methods all do what the test says. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ProbeServer {
    /** What the methods answer with this text. */
    interface Behaviour extends Function<ProbeRequest, String> {}

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    ObservationRegistry observations(MeterRegistry meters) {
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return observations;
    }

    @Bean
    Reports reports() {
        return new Reports();
    }

    @Bean
    ExceptionTranslator databaseTranslator() {
        return e -> e instanceof DatabaseAway
                ? Optional.of(new DomainException(PlatformReason.OVERLOADED, "The database is away."))
                : Optional.empty();
    }

    /** A table in which content and thirdparty call the probe, and user does not. */
    @Bean
    Topology topology() {
        return new Topology(
                "user",
                entry("gateway", 0),
                List.of(
                        entry("user", 1),
                        entry("content", 2, "probe"),
                        entry("thirdparty", 3, "probe"),
                        entry("probe", 4)));
    }

    private static ServiceEntry entry(String name, int ordinal, String... calls) {
        return new ServiceEntry(
                name,
                ordinal,
                false,
                false,
                false,
                List.of(calls),
                false,
                List.of(),
                64,
                Compiler.FULL,
                Map.of(),
                Map.of());
    }

    @Bean
    SessionCheck sessions() {
        return caller -> !caller.sessionId().equals("session-of-somebody demoted");
    }

    static final class DatabaseAway extends RuntimeException {}

    /** Keeps what was reported. */
    static final class Reports implements FailureReporter {
        final List<Throwable> failures = new CopyOnWriteArrayList<>();

        @Override
        public void report(Throwable failure, String operation) {
            failures.add(failure);
            throw new IllegalStateException("the tracker is away, which is nobody's business");
        }
    }

    @GrpcService
    static final class Probe extends ProbeServiceGrpc.ProbeServiceImplBase {
        volatile Behaviour behaviour = request -> "fine";

        private void answer(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            observer.onNext(
                    ProbeResponse.newBuilder().setText(behaviour.apply(request)).build());
            observer.onCompleted();
        }

        @Override
        public void getPublic(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            answer(request, observer);
        }

        /** Hands its failure over instead of throwing it. */
        @Override
        public void getOptional(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            try {
                answer(request, observer);
            } catch (RuntimeException e) {
                observer.onError(e);
            }
        }

        @Override
        public void changeDefault(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            answer(request, observer);
        }

        @Override
        public void changeByRole(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            answer(request, observer);
        }

        @Override
        public void pushSigned(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            answer(request, observer);
        }

        @Override
        public void getForOne(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            answer(request, observer);
        }

        @Override
        public void getInternal(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            answer(request, observer);
        }

        @Override
        public void moveInternal(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            answer(request, observer);
        }

        /** How the last stream of requests ended. */
        final AtomicReference<String> ended = new AtomicReference<>("");

        /** Answers all of it at its end. */
        @Override
        public StreamObserver<ProbeRequest> upload(StreamObserver<ProbeResponse> observer) {
            List<String> texts = new ArrayList<>();
            return requests(
                    request -> texts.add(behaviour.apply(request)),
                    () -> Answers.send(
                            observer,
                            ProbeResponse.newBuilder()
                                    .setText(String.join(",", texts))
                                    .build()));
        }

        /** Answers each at once. */
        @Override
        public StreamObserver<ProbeRequest> chat(StreamObserver<ProbeResponse> observer) {
            return requests(
                    request -> observer.onNext(ProbeResponse.newBuilder()
                            .setText(behaviour.apply(request))
                            .build()),
                    observer::onCompleted);
        }

        private StreamObserver<ProbeRequest> requests(Consumer<ProbeRequest> each, Runnable end) {
            return new StreamObserver<>() {
                @Override
                public void onNext(ProbeRequest request) {
                    each.accept(request);
                }

                @Override
                public void onError(Throwable failure) {
                    ended.set("cancelled");
                }

                @Override
                public void onCompleted() {
                    ended.set("complete");
                    end.run();
                }
            };
        }

        @Override
        public void watchMine(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            answer(request, observer);
        }

        /** Fails after its first message. */
        @Override
        public void watch(ProbeRequest request, StreamObserver<ProbeResponse> observer) {
            observer.onNext(ProbeResponse.newBuilder().setText("first").build());
            observer.onNext(
                    ProbeResponse.newBuilder().setText(behaviour.apply(request)).build());
            observer.onCompleted();
        }
    }
}
