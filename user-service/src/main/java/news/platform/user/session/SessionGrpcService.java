package news.platform.user.session;

import io.grpc.stub.StreamObserver;
import news.platform.error.DomainException;
import news.platform.grpc.server.CallMetadata;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.Callers;
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
    private final OpenSession openSession;
    private final RenewSession renewSession;
    private final EndSession endSession;
    private final ListSessions listSessions;
    private final AuditLog audit;

    SessionGrpcService(
            OpenSession openSession,
            RenewSession renewSession,
            EndSession endSession,
            ListSessions listSessions,
            AuditLog audit) {
        this.openSession = openSession;
        this.renewSession = renewSession;
        this.endSession = endSession;
        this.listSessions = listSessions;
        this.audit = audit;
    }

    @Override
    public void createSession(CreateSessionRequest request, StreamObserver<CreateSessionResponse> answer) {
        OpenedSession session =
                openSession.open(request.getEmail(), request.getPassword(), device(), request.getDeviceToken());
        CallMetadata.noStore();
        answer.onNext(CreateSessionResponse.newBuilder()
                .setSession(SessionProtos.opened(session))
                .build());
        answer.onCompleted();
    }

    @Override
    public void refreshSession(RefreshSessionRequest request, StreamObserver<RefreshSessionResponse> answer) {
        OpenedSession session = renewSession.renew(request.getRefreshToken(), device());
        CallMetadata.noStore();
        answer.onNext(RefreshSessionResponse.newBuilder()
                .setSession(SessionProtos.opened(session))
                .build());
        answer.onCompleted();
    }

    @Override
    public void deleteSession(DeleteSessionRequest request, StreamObserver<DeleteSessionResponse> answer) {
        if (!endSession.end(request.getSessionId(), Callers.required().userId())) {
            throw new DomainException(UserReason.SESSION_NOT_FOUND, "no such session");
        }
        audit.record(AuditEvent.succeeded("log-out").with("session", request.getSessionId()));
        answer.onNext(DeleteSessionResponse.getDefaultInstance());
        answer.onCompleted();
    }

    @Override
    public void listSessions(ListSessionsRequest request, StreamObserver<ListSessionsResponse> answer) {
        answer.onNext(listSessions.list(Callers.required(), request));
        answer.onCompleted();
    }

    private static Device device() {
        return new Device(
                CallMetadata.userAgent().orElse(""),
                CallMetadata.clientAddress().orElse("unknown"));
    }
}
