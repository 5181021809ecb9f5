package news.platform.notification.email;

import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
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
        var form = request.getForm();
        if (!OneClick.isSaidBy(form.getContentType(), form.getData().toString(StandardCharsets.ISO_8859_1))) {
            throw DomainException.field(PlatformReason.INVALID_FIELD, "form", "has to say List-Unsubscribe=One-Click");
        }
        settings.endEmails(request.getToken());
        Answers.send(answer, UnsubscribeEmailsResponse.getDefaultInstance());
    }
}
