package news.platform.local.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.TlsServerCredentials;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLPeerUnverifiedException;
import news.platform.local.console.Complaint;
import news.platform.local.service.ServiceTable;
import news.platform.local.store.Certificates;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.BatchGetUsersResponse;
import news.platform.user.v1.User;
import news.platform.user.v1.UserServiceGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrpcCommandTest {
    private static final int PORT_OF_USER = 9101;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicReference<String> callers = new AtomicReference<>("");
    private final AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
    private Certificates certificates;
    private Server server;

    @BeforeEach
    void start() throws IOException {
        certificates = new Certificates(folder, InstantSource.system());
        Path own = certificates.of("user-service");
        var credentials = TlsServerCredentials.newBuilder()
                .keyManager(
                        own.resolve("tls.crt").toFile(), own.resolve("tls.key").toFile())
                .trustManager(own.resolve("ca.crt").toFile())
                .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                .build();
        server = Grpc.newServerBuilderForPort(0, credentials)
                .addService(new Users())
                .intercept(new Watch())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void callsAsTheGatewayAndPrintsTheAnswerAsJson() {
        run("UserService", "BatchGetUsers", "{\"ids\": [\"u1\"]}");

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"id\": \"u1\"", "\"displayName\": \"Zoë\"");
        assertThat(callers.get()).isEqualTo("CN=gateway");
    }

    @Test
    void callsAsAnotherServiceWithATokenAndByTheFullName() {
        run("--as", "content", "--token", "abc", "news.platform.user.v1.UserService", "BatchGetUsers");

        assertThat(callers.get()).isEqualTo("CN=content-service");
        assertThat(headers.get().get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo("Bearer abc");
    }

    @Test
    void tellsWhyTheServiceRefuses() {
        assertThatThrownBy(() -> run("UserService", "BatchGetUsers", "{\"ids\": [\"none\"]}"))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("NOT_FOUND: There is no such user.")
                .hasMessageContaining("\"reason\": \"USER_NOT_FOUND\"");
    }

    @Test
    void tellsWhatIsWrongWithTheCommand() {
        assertThatThrownBy(() -> run("UserService")).hasMessageContaining("./news grpc");
        assertThatThrownBy(() -> run("UserServices", "BatchGetUsers"))
                .hasMessageContaining("There is no service UserServices (expected: one of ")
                .hasMessageContaining("ArticleService");
        assertThatThrownBy(() -> run("UserService", "GetUsers"))
                .hasMessageContaining("There is no method GetUsers of UserService (expected: one of ");
        assertThatThrownBy(() -> run("UserService", "BatchGetUsers", "{\"id\": 1}"))
                .hasMessageContaining("This is no BatchGetUsersRequest");
        assertThatThrownBy(() -> run("--as", "contents", "UserService", "BatchGetUsers"))
                .hasMessageContaining("There is no service contents (expected: one of user, content");
    }

    private void run(String... words) {
        ServiceTable table = ServiceTable.load(server.getPort() - PORT_OF_USER);
        new GrpcCommand(table, certificates, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private static final class Users extends UserServiceGrpc.UserServiceImplBase {
        @Override
        public void batchGetUsers(BatchGetUsersRequest request, StreamObserver<BatchGetUsersResponse> answer) {
            if (request.getIdsList().contains("none")) {
                answer.onError(StatusProto.toStatusRuntimeException(Status.newBuilder()
                        .setCode(Code.NOT_FOUND_VALUE)
                        .setMessage("There is no such user.")
                        .addDetails(Any.pack(ErrorInfo.newBuilder()
                                .setReason("USER_NOT_FOUND")
                                .build()))
                        .build()));
                return;
            }
            var users = BatchGetUsersResponse.newBuilder();
            request.getIdsList()
                    .forEach(id -> users.addUsers(User.newBuilder().setId(id).setDisplayName("Zoë")));
            answer.onNext(users.build());
            answer.onCompleted();
        }
    }

    /** Who calls, and with what. */
    private final class Watch implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata received, ServerCallHandler<Q, A> next) {
            headers.set(received);
            try {
                var session = Objects.requireNonNull(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
                callers.set(((X509Certificate) session.getPeerCertificates()[0])
                        .getSubjectX500Principal()
                        .getName());
            } catch (SSLPeerUnverifiedException e) {
                throw new IllegalStateException(e);
            }
            return next.startCall(call, received);
        }
    }
}
