package news.platform.test.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.topology.Topology;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for another service of the table: a real gRPC server on a port of its own that a test scripts in the types of
 * the contract, watches, takes down and makes hang. What has no script is UNIMPLEMENTED. Thread-safe.
 */
public final class ServiceTwin implements AutoCloseable {
    private static final Context.Key<Metadata> HEADERS = Context.key("headers");

    private final String name;
    private final Map<String, ServerMethodDefinition<?, ?>> methods = new ConcurrentHashMap<>();
    private final List<Call<?>> calls = new CopyOnWriteArrayList<>();
    private final Server server;
    private volatile Mood mood = Mood.WELL;

    /** How it answers. */
    public enum Mood {
        /** As scripted. */
        WELL,
        /** UNAVAILABLE, at once. */
        DOWN,
        /** Never. */
        HANGING
    }

    /**
     * A call that came, whatever was answered.
     *
     * @param method which
     * @param request what was asked
     * @param headers what came with it, the token among them
     * @param patience for how long the caller was still going to wait when it arrived; empty: for ever
     */
    public record Call<Q>(MethodDescriptor<Q, ?> method, Q request, Metadata headers, Optional<Duration> patience) {}

    /**
     * Starts it.
     *
     * @param name as in the table, {@code platform.json}
     */
    public ServiceTwin(String name) {
        this.name = Topology.load()
                .find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("twin: " + name + " (expected: a service of platform.json)"))
                .name();
        try {
            server = Grpc.newServerBuilderForPort(0, TestCertificates.server(name + "-service"))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .intercept(new HeadersToContext())
                    .fallbackHandlerRegistry(new HandlerRegistry() {
                        @Override
                        public @Nullable ServerMethodDefinition<?, ?> lookupMethod(
                                String method, @Nullable String authority) {
                            return methods.get(method);
                        }
                    })
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the method answers like this; the script may refuse with a {@link DomainException} and may block. */
    public <Q, A> void answer(MethodDescriptor<Q, A> method, Function<Q, A> script) {
        methods.put(
                method.getFullMethodName(),
                ServerMethodDefinition.create(
                        method,
                        ServerCalls.<Q, A>asyncUnaryCall((request, answer) ->
                                serve(method, request, asked -> List.of(script.apply(asked)), answer))));
    }

    /** The same of a method that answers a stream. */
    public <Q, A> void answerAll(MethodDescriptor<Q, A> method, Function<Q, List<A>> script) {
        methods.put(
                method.getFullMethodName(),
                ServerMethodDefinition.create(
                        method,
                        ServerCalls.<Q, A>asyncServerStreamingCall(
                                (request, answer) -> serve(method, request, script, answer))));
    }

    /** From now on it is like this. */
    public void is(Mood newMood) {
        mood = newMood;
    }

    /** The calls of a method so far. */
    @SuppressWarnings("unchecked") // a call of the method has the method's request
    public <Q> List<Call<Q>> calls(MethodDescriptor<Q, ?> method) {
        return calls.stream()
                .filter(call -> call.method().getFullMethodName().equals(method.getFullMethodName()))
                .map(call -> (Call<Q>) call)
                .toList();
    }

    /** Where it listens. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** The properties by which the application under test calls it. */
    public Map<String, String> properties() {
        return Map.of("spring.grpc.client.channel." + name + ".target", "static://" + address());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private <Q, A> void serve(
            MethodDescriptor<Q, A> method, Q request, Function<Q, List<A>> script, StreamObserver<A> answer) {
        var context = Context.current();
        var patience = Optional.ofNullable(context.getDeadline())
                .map(deadline -> Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
        calls.add(new Call<>(method, request, HEADERS.get(context), patience));
        switch (mood) {
            case WELL -> {
                try {
                    script.apply(request).forEach(answer::onNext);
                    answer.onCompleted();
                } catch (DomainException e) {
                    answer.onError(ErrorStatuses.toStatus(e, name));
                } catch (StatusRuntimeException e) {
                    answer.onError(e);
                }
            }
            case DOWN -> answer.onError(Status.UNAVAILABLE.asException());
            case HANGING -> {}
        }
    }

    private static final class HeadersToContext implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            return Contexts.interceptCall(Context.current().withValue(HEADERS, headers), call, headers, next);
        }
    }
}
