package news.platform.user;

import io.grpc.Channel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.user.v1.BookmarkServiceGrpc;
import news.platform.user.v1.BookmarkServiceGrpc.BookmarkServiceBlockingStub;
import news.platform.user.v1.CreateSessionRequest;
import news.platform.user.v1.CreateUserRequest;
import news.platform.user.v1.FollowServiceGrpc;
import news.platform.user.v1.FollowServiceGrpc.FollowServiceBlockingStub;
import news.platform.user.v1.ProfileServiceGrpc;
import news.platform.user.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;
import news.platform.user.v1.RefreshSessionRequest;
import news.platform.user.v1.Session;
import news.platform.user.v1.SessionServiceGrpc;
import news.platform.user.v1.SessionServiceGrpc.SessionServiceBlockingStub;
import news.platform.user.v1.User;
import news.platform.user.v1.UserServiceGrpc;
import news.platform.user.v1.UserServiceGrpc.UserServiceBlockingStub;
import news.platform.user.v1.VerificationServiceGrpc;
import news.platform.user.v1.VerificationServiceGrpc.VerificationServiceBlockingStub;

/** Somebody at an address of their own who calls the service over the network, with or without a token. */
public record Visitor(TestCallee callee, String address, String token) {
    public static final String PASSWORD = "correct horse battery";
    /** Of every demo account, as application.properties has it. */
    public static final String DEMO_PASSWORD = "demo accounts of the tests";

    /** At an address that nobody else has. */
    public static Visitor of(TestCallee callee) {
        return new Visitor(callee, UUID.randomUUID().toString(), "");
    }

    public static String newEmail() {
        return UUID.randomUUID() + "@example.com";
    }

    public Visitor at(String otherAddress) {
        return new Visitor(callee, otherAddress, token);
    }

    public Visitor with(String accessToken) {
        return new Visitor(callee, address, accessToken);
    }

    /** The same, in a session that is open. */
    public Visitor in(Session session, String userId, String... roles) {
        return with(TestTokens.with(claims ->
                claims.subject(userId).claim("sid", session.getSessionId()).claim("roles", List.of(roles))));
    }

    /** An administrator in a session that is open, at an address of their own. */
    public static Visitor admin(TestCallee callee, String userId) {
        Visitor visitor = of(callee);
        return visitor.in(visitor.logIn("admin@example.com", DEMO_PASSWORD), userId, "reader", "admin");
    }

    public User register(String email) {
        return users().createUser(CreateUserRequest.newBuilder()
                        .setEmail(email)
                        .setPassword(PASSWORD)
                        .setDisplayName("Ann")
                        .build())
                .getUser();
    }

    public Session logIn(String email, String password) {
        return logIn(email, password, "");
    }

    public Session logIn(String email, String password, String deviceToken) {
        return sessions()
                .createSession(CreateSessionRequest.newBuilder()
                        .setEmail(email)
                        .setPassword(password)
                        .setDeviceToken(deviceToken)
                        .build())
                .getSession();
    }

    public Session refresh(String refreshToken) {
        return sessions()
                .refreshSession(RefreshSessionRequest.newBuilder()
                        .setRefreshToken(refreshToken)
                        .build())
                .getSession();
    }

    public UserServiceBlockingStub users() {
        return UserServiceGrpc.newBlockingStub(channel());
    }

    public ProfileServiceBlockingStub profile() {
        return ProfileServiceGrpc.newBlockingStub(channel());
    }

    public BookmarkServiceBlockingStub bookmarks() {
        return BookmarkServiceGrpc.newBlockingStub(channel());
    }

    public FollowServiceBlockingStub follows() {
        return FollowServiceGrpc.newBlockingStub(channel());
    }

    public SessionServiceBlockingStub sessions() {
        return SessionServiceGrpc.newBlockingStub(channel());
    }

    public VerificationServiceBlockingStub verification() {
        return VerificationServiceGrpc.newBlockingStub(channel());
    }

    private Channel channel() {
        var metadata = Map.of("x-client-address", address, "x-client-user-agent", "a browser of " + address);
        if (token.isEmpty()) {
            return callee.with(metadata);
        }
        return callee.with(Map.of(
                "x-client-address", address,
                "x-client-user-agent", "a browser of " + address,
                "authorization", "Bearer " + token));
    }
}
