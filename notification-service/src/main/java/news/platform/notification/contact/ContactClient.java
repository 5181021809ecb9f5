package news.platform.notification.contact;

import java.util.Optional;
import news.platform.user.v1.BatchGetContactsRequest;
import news.platform.user.v1.ContactServiceGrpc.ContactServiceBlockingStub;
import news.platform.user.v1.UserContact;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks user-service where users can be reached; nothing of it is kept here. */
@Component
@ImportGrpcClients(target = "user", types = ContactServiceBlockingStub.class)
public final class ContactClient {
    private final ContactServiceBlockingStub contacts;

    ContactClient(ContactServiceBlockingStub contacts) {
        this.contacts = contacts;
    }

    /**
     * The address that a user has shown to be theirs.
     *
     * @throws io.grpc.StatusRuntimeException where user-service is away
     */
    public Optional<String> email(String userId) {
        return contacts
                .batchGetContacts(
                        BatchGetContactsRequest.newBuilder().addIds(userId).build())
                .getContactsList()
                .stream()
                .map(UserContact::getEmail)
                .findFirst();
    }
}
