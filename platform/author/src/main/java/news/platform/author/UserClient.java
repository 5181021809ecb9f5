package news.platform.author;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.BatchGetUsersResponse;
import news.platform.user.v1.UserServiceGrpc.UserServiceBlockingStub;

/** Asks user-service. */
final class UserClient {
    /** What one BatchGetUsers takes. */
    private static final int BATCH = 100;

    private final UserServiceBlockingStub users;

    UserClient(UserServiceBlockingStub users) {
        this.users = users;
    }

    /**
     * These users and, nameless, the ids that name nobody: one call for each hundred.
     *
     * @param deadline for all of it
     * @throws io.grpc.StatusRuntimeException where user-service does not answer in time
     */
    Map<String, Author> batchGet(List<String> ids, Duration deadline) {
        var authors = new HashMap<String, Author>();
        var stub = users.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        for (var from = 0; from < ids.size(); from += BATCH) {
            var batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            var request = BatchGetUsersRequest.newBuilder().addAllIds(batch).build();
            addAll(stub.batchGetUsers(request), authors);
        }
        return authors;
    }

    private static void addAll(BatchGetUsersResponse response, Map<String, Author> authors) {
        for (var user : response.getUsersList()) {
            authors.put(user.getId(), new Author(user.getId(), user.getDisplayName(), user.getAvatarUrl()));
        }
        response.getMissingList().forEach(id -> authors.put(id, Author.nameless(id)));
    }
}
