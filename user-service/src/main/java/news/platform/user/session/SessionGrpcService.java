package news.platform.user.session;

import io.grpc.stub.StreamObserver;
import news.platform.error.DomainException;
import news.platform.grpc.server.CallMetadata;
import news.platform.security.Callers;
import news.platform.user.key.AccessTokens;
import news.platform.user.v1.CreateSessionRequest;
import news.platform.user.v1.CreateSessionResponse;
import news.platform.user.v1.DeleteSessionRequest;
import news.platform.user.v1.DeleteSessionResponse;
import news.platform.user.v1.ListSessionsRequest;
import news.platform.user.v1.ListSessionsResponse;
import news.platform.user.v1.RefreshSessionRequest;
import news.platform.user.v1.RefreshSessionResponse;
import news.platform.user.v1.SessionServiceGrpc;
import news.platform.user.v1.UserReason;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class SessionGrpcService extends SessionServiceGrpc.SessionServiceImplBase {
    private static final int MAX_DEVICE_LENGTH = 200;

    private final OpenSession openSession;
    private final RenewSession renewSession;
    private final EndSession endSession;
    private final ListSessions listSessions;
    private final AccessTokens accessTokens;

    SessionGrpcService(
            OpenSession openSession,
            RenewSession renewSession,
            EndSession endSession,
            ListSessions listSessions,
            AccessTokens accessTokens) {
        this.openSession = openSession;
        this.renewSession = renewSession;
        this.endSession = endSession;
        this.listSessions = listSessions;
        this.accessTokens = accessTokens;
    }

    @Override
    public void createSession(CreateSessionRequest request, StreamObserver<CreateSessionResponse> answer) {
        String address = CallMetadata.clientAddress().orElse("unknown");
        OpenedSession session = openSession.open(request.getEmail(), request.getPassword(), address, device());
        CallMetadata.noStore();
        answer.onNext(CreateSessionResponse.newBuilder()
                .setSession(SessionProtos.opened(session, accessTokens.lifetime()))
                .build());
        answer.onCompleted();
    }

    @Override
    public void refreshSession(RefreshSessionRequest request, StreamObserver<RefreshSessionResponse> answer) {
        OpenedSession session = renewSession.renew(request.getRefreshToken());
        CallMetadata.noStore();
        answer.onNext(RefreshSessionResponse.newBuilder()
                .setSession(SessionProtos.opened(session, accessTokens.lifetime()))
                .build());
        answer.onCompleted();
    }

    @Override
    public void deleteSession(DeleteSessionRequest request, StreamObserver<DeleteSessionResponse> answer) {
        if (!endSession.end(request.getSessionId(), Callers.required().userId())) {
            throw new DomainException(UserReason.SESSION_NOT_FOUND, "no such session");
        }
        answer.onNext(DeleteSessionResponse.getDefaultInstance());
        answer.onCompleted();
    }

    @Override
    public void listSessions(ListSessionsRequest request, StreamObserver<ListSessionsResponse> answer) {
        answer.onNext(listSessions.list(Callers.required(), request));
        answer.onCompleted();
    }

    private static String device() {
        String device = CallMetadata.userAgent().orElse("");
        return device.substring(0, Math.min(device.length(), MAX_DEVICE_LENGTH));
    }
}
