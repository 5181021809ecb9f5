package news.platform.notification.email;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.notification.settings.StoredSettings;
import news.platform.notification.v1.EmailServiceGrpc;
import news.platform.notification.v1.UnsubscribeEmailsRequest;
import news.platform.notification.v1.UnsubscribeEmailsResponse;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class EmailGrpcService extends EmailServiceGrpc.EmailServiceImplBase {
    private final StoredSettings settings;

    EmailGrpcService(StoredSettings settings) {
        this.settings = settings;
    }

    @Override
    public void unsubscribeEmails(UnsubscribeEmailsRequest request, StreamObserver<UnsubscribeEmailsResponse> answer) {
        settings.endEmails(request.getToken());
        Answers.send(answer, UnsubscribeEmailsResponse.getDefaultInstance());
    }
}
