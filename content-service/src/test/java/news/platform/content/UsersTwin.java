package news.platform.content;

import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import news.platform.test.TestCertificates;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.BatchGetUsersResponse;
import news.platform.user.v1.User;
import news.platform.user.v1.UserServiceGrpc;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A user-service on a port of its own that a test may fill, watch, take down and make hang. */
public final class UsersTwin extends UserServiceGrpc.UserServiceImplBase implements AutoCloseable {
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final List<List<String>> calls = new CopyOnWriteArrayList<>();
    private final List<Duration> patiences = new CopyOnWriteArrayList<>();
    private final Server server;
    private volatile Mood mood = Mood.WELL;

    UsersTwin() {
        try {
            server = Grpc.newServerBuilderForPort(0, TestCertificates.server("user-service"))
                    .addService(this)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A user with a fresh id. */
    public String registered(String displayName) {
        var id = "user-" + (users.size() + 1);
        named(id, displayName);
        return id;
    }

    /** Gives the user this name. */
    public void named(String id, String displayName) {
        users.put(
                id,
                User.newBuilder()
                        .setId(id)
                        .setDisplayName(displayName)
                        .setAvatarUrl("https://a.example/" + id)
                        .build());
    }

    /** From now on it is like this. */
    public void is(Mood newMood) {
        mood = newMood;
    }

    /** The ids of each call so far. */
    public List<List<String>> calls() {
        return calls;
    }

    /** How long the caller of each call so far was still going to wait; less than it said, by the call's way here. */
    public List<Duration> patiences() {
        return patiences;
    }

    @Override
    public void batchGetUsers(BatchGetUsersRequest request, StreamObserver<BatchGetUsersResponse> answer) {
        calls.add(List.copyOf(request.getIdsList()));
        patiences.add(Duration.ofNanos(
                Objects.requireNonNull(Context.current().getDeadline()).timeRemaining(TimeUnit.NANOSECONDS)));
        switch (mood) {
            case WELL -> {
                var response = BatchGetUsersResponse.newBuilder();
                for (var id : request.getIdsList()) {
                    var user = users.get(id);
                    if (user == null) {
                        response.addMissing(id);
                    } else {
                        response.addUsers(user);
                    }
                }
                answer.onNext(response.build());
                answer.onCompleted();
            }
            case DOWN -> answer.onError(Status.UNAVAILABLE.asException());
            case HANGING -> {}
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** How it answers. */
    public enum Mood {
        WELL,
        DOWN,
        HANGING
    }

    /** Makes it the neighbour of the application under test. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Neighbour {
        @Bean
        UsersTwin usersTwin() {
            return new UsersTwin();
        }

        @Bean
        DynamicPropertyRegistrar usersTwinAddress(UsersTwin users) {
            return properties -> properties.add(
                    "spring.grpc.client.channel.user.target", () -> "static://127.0.0.1:" + users.server.getPort());
        }
    }
}
