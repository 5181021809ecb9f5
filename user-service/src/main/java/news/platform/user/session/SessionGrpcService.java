package news.platform.user.session;

import io.grpc.stub.StreamObserver;
import news.platform.error.DomainException;
import news.platform.grpc.server.Answers;
import news.platform.grpc.server.CallMetadata;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.Callers;
import news.platform.user.refresh.Device;
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
    private final Sessions sessions;
    private final Pages pages;
    private final AuditLog audit;

    SessionGrpcService(
            OpenSession openSession,
            RenewSession renewSession,
            EndSession endSession,
            Sessions sessions,
            Pages pages,
            AuditLog audit) {
        this.openSession = openSession;
        this.renewSession = renewSession;
        this.endSession = endSession;
        this.sessions = sessions;
        this.pages = pages;
        this.audit = audit;
    }

    @Override
    public void createSession(CreateSessionRequest request, StreamObserver<CreateSessionResponse> answer) {
        var session = openSession.open(SessionProtos.proof(request), device(), request.getDeviceToken());
        CallMetadata.noStore();
        Answers.send(
                answer,
                CreateSessionResponse.newBuilder()
                        .setSession(SessionProtos.opened(session))
                        .build());
    }

    @Override
    public void refreshSession(RefreshSessionRequest request, StreamObserver<RefreshSessionResponse> answer) {
        var session = renewSession.renew(request.getRefreshToken(), device());
        CallMetadata.noStore();
        Answers.send(
                answer,
                RefreshSessionResponse.newBuilder()
                        .setSession(SessionProtos.opened(session))
                        .build());
    }

    @Override
    public void deleteSession(DeleteSessionRequest request, StreamObserver<DeleteSessionResponse> answer) {
        if (!endSession.end(request.getSessionId(), Callers.required().userId())) {
            throw new DomainException(UserReason.SESSION_NOT_FOUND, "no such session");
        }
        audit.record(AuditEvent.succeeded("log-out").with("session", request.getSessionId()));
        Answers.send(answer, DeleteSessionResponse.getDefaultInstance());
    }

    @Override
    public void listSessions(ListSessionsRequest request, StreamObserver<ListSessionsResponse> answer) {
        var caller = Callers.required();
        var page = pages.byTime(
                PageScope.of("sessions").with("user", caller.userId()),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Session::place,
                (after, limit) -> sessions.page(caller.userId(), after, limit));
        Answers.send(
                answer,
                ListSessionsResponse.newBuilder()
                        .addAllSessions(page.items().stream()
                                .map(session -> SessionProtos.summary(session, caller.sessionId()))
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    private static Device device() {
        return new Device(
                CallMetadata.userAgent().orElse(""),
                CallMetadata.clientAddress().orElse("unknown"));
    }
}
