package news.platform.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.test.grpc.ServiceTwin;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.BatchGetUsersResponse;
import news.platform.user.v1.User;
import news.platform.user.v1.UserServiceGrpc;

/** The user-service of one test, which fills it. */
public final class UsersTwin {
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final ServiceTwin twin;
    private final int before;
    private boolean away;

    UsersTwin(ServiceTwin twin) {
        this.twin = twin;
        is(ServiceTwin.Mood.WELL);
        twin.answer(UserServiceGrpc.getBatchGetUsersMethod(), this::batchGet);
        before = twin.calls(UserServiceGrpc.getBatchGetUsersMethod()).size();
    }

    /** A user with a fresh id. */
    public String registered(String displayName) {
        var id = "user-" + UUID.randomUUID();
        users.put(
                id,
                User.newBuilder()
                        .setId(id)
                        .setDisplayName(displayName)
                        .setAvatarUrl("https://a.example/" + id)
                        .build());
        return id;
    }

    /** From now on it is like this. */
    public void is(ServiceTwin.Mood mood) {
        twin.is(mood);
        away |= mood != ServiceTwin.Mood.WELL;
    }

    /** Whether it was anything but well. */
    boolean wasAway() {
        return away;
    }

    /** The calls of this test so far. */
    public List<ServiceTwin.Call<BatchGetUsersRequest>> calls() {
        var all = twin.calls(UserServiceGrpc.getBatchGetUsersMethod());
        return all.subList(before, all.size());
    }

    private BatchGetUsersResponse batchGet(BatchGetUsersRequest request) {
        var response = BatchGetUsersResponse.newBuilder();
        for (var id : request.getIdsList()) {
            var user = users.get(id);
            if (user == null) {
                response.addMissing(id);
            } else {
                response.addUsers(user);
            }
        }
        return response.build();
    }
}
