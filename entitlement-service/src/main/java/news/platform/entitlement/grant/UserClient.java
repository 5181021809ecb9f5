package news.platform.entitlement.grant;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import news.platform.entitlement.v1.EntitlementReason;
import news.platform.error.DomainException;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.UserServiceGrpc.UserServiceBlockingStub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks user-service whether there is a user. Not within a transaction. */
@Component
@ImportGrpcClients(target = "user", types = UserServiceBlockingStub.class)
final class UserClient {
    private static final Logger log = LoggerFactory.getLogger(UserClient.class);
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final UserServiceBlockingStub users;

    UserClient(UserServiceBlockingStub users) {
        this.users = users;
    }

    /** Refuses a request for a user that there is not. */
    void require(String userId) {
        if (!exists(userId)) {
            throw DomainException.field(EntitlementReason.USER_UNKNOWN, "userId", "there is no such user: " + userId);
        }
    }

    private boolean exists(String userId) {
        try {
            return users.withDeadlineAfter(DEADLINE.toNanos(), TimeUnit.NANOSECONDS)
                            .batchGetUsers(BatchGetUsersRequest.newBuilder()
                                    .addIds(userId)
                                    .build())
                            .getUsersCount()
                    == 1;
        } catch (StatusRuntimeException e) {
            log.warn("whether there is user {} is not known, user-service does not answer: {}", userId, e.getStatus());
            throw new DomainException(
                            EntitlementReason.USER_UNAVAILABLE, "whether there is such a user cannot be told now")
                    .retryAfter(SOON);
        }
    }
}
