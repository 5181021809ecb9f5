package news.platform.gateway.testing;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import news.platform.test.grpc.TestCertificates;
import news.platform.thirdparty.v1.FeedItemResult;
import news.platform.thirdparty.v1.FeedItemServiceGrpc.FeedItemServiceImplBase;
import news.platform.thirdparty.v1.PushFeedItemsRequest;
import news.platform.thirdparty.v1.PushFeedItemsResponse;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import news.platform.user.v1.CreateSessionRequest;
import news.platform.user.v1.CreateSessionResponse;
import news.platform.user.v1.DeleteSessionRequest;
import news.platform.user.v1.DeleteSessionResponse;
import news.platform.user.v1.GetProfileRequest;
import news.platform.user.v1.GetProfileResponse;
import news.platform.user.v1.Profile;
import news.platform.user.v1.ProfileServiceGrpc.ProfileServiceImplBase;
import news.platform.user.v1.Session;
import news.platform.user.v1.SessionServiceGrpc.SessionServiceImplBase;

/** Real gRPC servers in this JVM that implement the services' contracts, one port for all of them. */
public final class Twins {

    /** The headers of the running call. */
    public static final Context.Key<Metadata> HEADERS = Context.key("headers");

    /** What goes before the first message of its answer. */
    public static final Context.Key<Metadata> ANSWER = Context.key("answer");

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> USER_AGENT =
            Metadata.Key.of("x-client-user-agent", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> SIGNATURE =
            Metadata.Key.of("x-partner-signature", Metadata.ASCII_STRING_MARSHALLER);

    /** Articles. */
    public final ArticleTwin articles = new ArticleTwin();

    /** What the tests' own contract offers. */
    public final EchoTwin echo = new EchoTwin();

    private final Server server;
    private final PlainTwin plain = new PlainTwin();

    public Twins() {
        try {
            server = Grpc.newServerBuilderForPort(0, TestCertificates.server(modules()))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .intercept(new Headers())
                    .addService(articles)
                    .addService(echo)
                    .addService(new ProfileTwin())
                    .addService(new SessionTwin())
                    .addService(new FeedItemTwin())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The properties by which a gateway finds them. */
    public List<String> properties() {
        var address = Stream.of("news.topology.http-address.user=https://127.0.0.1:" + plain.port());
        var callees = callees().map(callee -> "spring.grpc.client.channel.%s.target=static://127.0.0.1:%d"
                .formatted(callee, server.getPort()));
        var testing = Stream.of("spring.grpc.client.channel.testing.ssl.bundle=identity");
        return Stream.of(address, callees, testing).flatMap(Function.identity()).toList();
    }

    /** The services of the table and the one of the tests. */
    private static Stream<String> callees() {
        return Stream.concat(Topology.load().services().stream().map(ServiceEntry::name), Stream.of("testing"));
    }

    private static String[] modules() {
        return callees().map(ServiceEntry::moduleOf).toArray(String[]::new);
    }

    private static final class Headers implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            var answer = new Metadata();
            var told = new SimpleForwardingServerCall<>(call) {
                @Override
                public void sendHeaders(Metadata first) {
                    first.merge(answer);
                    super.sendHeaders(first);
                }
            };
            var context = Context.current().withValues(HEADERS, headers, ANSWER, answer);
            return Contexts.interceptCall(context, told, headers, next);
        }
    }

    /** Shows the token that came. */
    private static final class ProfileTwin extends ProfileServiceImplBase {

        @Override
        public void getProfile(GetProfileRequest request, StreamObserver<GetProfileResponse> answer) {
            var token = String.valueOf(HEADERS.get(Context.current()).get(AUTHORIZATION));
            answer.onNext(GetProfileResponse.newBuilder()
                    .setProfile(Profile.newBuilder()
                            .setId("me")
                            .setEtag("p1")
                            .setDisplayName(token.startsWith("Bearer ") ? "token came" : "no token came"))
                    .build());
            answer.onCompleted();
        }
    }

    /** Names the session by the client. */
    private static final class SessionTwin extends SessionServiceImplBase {

        @Override
        public void createSession(CreateSessionRequest request, StreamObserver<CreateSessionResponse> answer) {
            answer.onNext(CreateSessionResponse.newBuilder()
                    .setSession(Session.newBuilder()
                            .setSessionId(String.valueOf(
                                    HEADERS.get(Context.current()).get(USER_AGENT))))
                    .build());
            answer.onCompleted();
        }

        @Override
        public void deleteSession(DeleteSessionRequest request, StreamObserver<DeleteSessionResponse> answer) {
            answer.onNext(DeleteSessionResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    /** Shows what came. */
    private static final class FeedItemTwin extends FeedItemServiceImplBase {

        @Override
        public void pushFeedItems(PushFeedItemsRequest request, StreamObserver<PushFeedItemsResponse> answer) {
            answer.onNext(PushFeedItemsResponse.newBuilder()
                    .addResults(FeedItemResult.newBuilder()
                            .setUri(request.getItems().getData().toStringUtf8())
                            .setReason(String.valueOf(
                                    HEADERS.get(Context.current()).get(SIGNATURE)))
                            .setDetail(request.getItems().getContentType()))
                    .build());
            answer.onCompleted();
        }
    }
}
