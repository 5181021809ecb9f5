package news.platform.user.verification;

import io.grpc.stub.StreamObserver;
import java.util.LinkedHashSet;
import news.platform.grpc.server.Answers;
import news.platform.user.account.Accounts;
import news.platform.user.v1.BatchGetContactsRequest;
import news.platform.user.v1.BatchGetContactsResponse;
import news.platform.user.v1.ContactServiceGrpc;
import news.platform.user.v1.UserContact;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ContactGrpcService extends ContactServiceGrpc.ContactServiceImplBase {
    private final Accounts accounts;

    ContactGrpcService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void batchGetContacts(BatchGetContactsRequest request, StreamObserver<BatchGetContactsResponse> answer) {
        var emails = accounts.verifiedEmails(request.getIdsList());
        var response = BatchGetContactsResponse.newBuilder();
        new LinkedHashSet<>(request.getIdsList())
                .stream()
                        .filter(emails::containsKey)
                        .forEach(id -> response.addContacts(
                                UserContact.newBuilder().setUserId(id).setEmail(emails.get(id))));
        Answers.send(answer, response.build());
    }
}
