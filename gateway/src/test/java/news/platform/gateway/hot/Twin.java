package news.platform.gateway.hot;

import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import news.platform.calendar.v1.CalendarFeedServiceGrpc;
import news.platform.calendar.v1.CalendarServiceGrpc;
import news.platform.comment.v1.CommentServiceGrpc;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.ChannelServiceGrpc;
import news.platform.content.v1.SyndicationServiceGrpc;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.mall.v1.ProductServiceGrpc;
import news.platform.market.v1.CandleServiceGrpc;
import news.platform.market.v1.InstrumentServiceGrpc;
import news.platform.market.v1.QuoteServiceGrpc;
import news.platform.ranking.v1.FeedServiceGrpc;
import news.platform.ranking.v1.RankingServiceGrpc;
import news.platform.search.v1.SearchServiceGrpc;
import news.platform.search.v1.SuggestServiceGrpc;
import news.platform.search.v1.TrendingServiceGrpc;
import news.platform.test.grpc.TestCertificates;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import news.platform.user.v1.UserServiceGrpc;

/**
 * Stands in for the services behind the edge: a real gRPC server with the generated messages of the contract. Each test
 * says what is answered to the requests that it makes; everything that arrives is counted by request.
 */
final class Twin implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> ADDRESS =
            Metadata.Key.of("x-client-address", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<Asker> ASKER = Context.key("asker");

    /** Who asks, and what to send back beside the message. */
    record Asker(String authorization, String address, Metadata answerHeaders) {

        /** What content-service would find: for whom the answer of a premium article is good. */
        String audience() {
            if (authorization.isEmpty()) {
                return "preview";
            }
            if (Tokens.says(authorization, "\"editor\"")
                    || Tokens.says(authorization, "\"admin\"")
                    || Tokens.says(authorization, "\"everything\":[[")) {
                return "full";
            }
            return Tokens.says(authorization, "\"some\":[[") ? "personal" : "preview";
        }

        void header(String name, String value) {
            answerHeaders.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
        }
    }

    /** What a method answers to a request; may throw a {@link StatusRuntimeException}, may block. */
    interface Script extends Function<Message, Message> {}

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Queue<Message> requests = new ConcurrentLinkedQueue<>();
    private final Server server;

    Twin() {
        var builder = Grpc.newServerBuilderForPort(0, TestCertificates.server(modules()))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .intercept(new Listening());
        for (ServiceDescriptor service : services()) {
            builder.addService(serve(service));
        }
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String target() {
        return "static://127.0.0.1:" + server.getPort();
    }

    /** From now on the method answers like this. */
    void script(String method, Script script) {
        scripts.put(method, script);
    }

    /** How often exactly this was asked. */
    long calls(Message request) {
        return requests.stream().filter(request::equals).count();
    }

    /** Who asks, within a script. */
    static Asker asker() {
        return ASKER.get();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static String[] modules() {
        return Topology.load().services().stream()
                .map(service -> ServiceEntry.moduleOf(service.name()))
                .toArray(String[]::new);
    }

    private static List<ServiceDescriptor> services() {
        return List.of(
                ArticleServiceGrpc.getServiceDescriptor(),
                CalendarFeedServiceGrpc.getServiceDescriptor(),
                CalendarServiceGrpc.getServiceDescriptor(),
                CandleServiceGrpc.getServiceDescriptor(),
                ChannelServiceGrpc.getServiceDescriptor(),
                CommentServiceGrpc.getServiceDescriptor(),
                FeedServiceGrpc.getServiceDescriptor(),
                InstrumentServiceGrpc.getServiceDescriptor(),
                LiveServiceGrpc.getServiceDescriptor(),
                ProductServiceGrpc.getServiceDescriptor(),
                QuoteServiceGrpc.getServiceDescriptor(),
                RankingServiceGrpc.getServiceDescriptor(),
                SearchServiceGrpc.getServiceDescriptor(),
                SuggestServiceGrpc.getServiceDescriptor(),
                SyndicationServiceGrpc.getServiceDescriptor(),
                TrendingServiceGrpc.getServiceDescriptor(),
                UserServiceGrpc.getServiceDescriptor());
    }

    private BindableService serve(ServiceDescriptor service) {
        var definition = ServerServiceDefinition.builder(service);
        for (MethodDescriptor<?, ?> method : service.getMethods()) {
            @SuppressWarnings("unchecked")
            var typed = (MethodDescriptor<Message, Message>) method;
            definition.addMethod(typed, ServerCalls.asyncUnaryCall((request, observer) -> {
                requests.add(request);
                try {
                    observer.onNext(answer(typed.getFullMethodName(), request));
                    observer.onCompleted();
                } catch (StatusRuntimeException e) {
                    observer.onError(e);
                }
            }));
        }
        return definition::build;
    }

    private Message answer(String method, Message request) {
        Script script = scripts.get(method);
        if (script == null) {
            throw io.grpc.Status.UNIMPLEMENTED
                    .withDescription("no script for " + method)
                    .asRuntimeException();
        }
        return script.apply(request);
    }

    private static final class Listening implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            var authorization = headers.get(AUTHORIZATION);
            var address = headers.get(ADDRESS);
            var asker = new Asker(
                    authorization == null ? "" : authorization, address == null ? "" : address, new Metadata());
            var answering = new SimpleForwardingServerCall<>(call) {
                @Override
                public void sendHeaders(Metadata answer) {
                    answer.merge(asker.answerHeaders());
                    super.sendHeaders(answer);
                }

                @Override
                public void close(io.grpc.Status status, Metadata trailers) {
                    if (!status.isOk()) {
                        trailers.merge(asker.answerHeaders());
                    }
                    super.close(status, trailers);
                }
            };
            return Contexts.interceptCall(Context.current().withValue(ASKER, asker), answering, headers, next);
        }
    }
}
