package news.platform.entitlement;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.BatchGetArticlesResponse;
import news.platform.entitlement.v1.CreateEntitlementRequest;
import news.platform.entitlement.v1.Entitlement;
import news.platform.entitlement.v1.EntitlementServiceGrpc;
import news.platform.entitlement.v1.EntitlementServiceGrpc.EntitlementServiceBlockingStub;
import news.platform.entitlement.v1.ListMyEntitlementsRequest;
import news.platform.entitlement.v1.RevokeEntitlementRequest;
import news.platform.entitlement.v1.Right;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.proto.Timestamps;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.BatchGetUsersResponse;
import news.platform.user.v1.User;
import news.platform.user.v1.UserServiceGrpc;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole service between a database, a broker and stand-ins of user-service, which knows everybody but "nobody", and of
 * content-service, which has every article but "none".
 */
@PlatformTest(
        twins = {"user", "content"},
        properties = "news.work.poll=100ms")
public abstract class EntitlementServiceTest {
    protected static final String PREMIUM = "plans/premium";

    @Autowired
    protected ServiceTwin userTwin;

    @Autowired
    protected ServiceTwin contentTwin;

    @Autowired
    protected SentEvents events;

    @Autowired
    protected TestCallee callee;

    @Autowired
    protected TestClock clock;

    /** A user that no other test uses. */
    protected final String ann = "user-" + UUID.randomUUID();

    @BeforeEach
    void othersAreWell() {
        userTwin.is(ServiceTwin.Mood.WELL);
        userTwin.answer(UserServiceGrpc.getBatchGetUsersMethod(), EntitlementServiceTest::known);
        contentTwin.is(ServiceTwin.Mood.WELL);
        contentTwin.answer(ArticleServiceGrpc.getBatchGetArticlesMethod(), EntitlementServiceTest::shown);
    }

    protected EntitlementServiceBlockingStub as(String userId) {
        return EntitlementServiceGrpc.newBlockingStub(callee.as(token(userId, "reader")));
    }

    protected EntitlementServiceBlockingStub admin(String key) {
        return EntitlementServiceGrpc.newBlockingStub(
                callee.with(Map.of("authorization", "Bearer " + token("admin", "admin"), "idempotency-key", key)));
    }

    protected EntitlementServiceBlockingStub admin() {
        return admin(UUID.randomUUID().toString());
    }

    /** For good, from now on. */
    protected CreateEntitlementRequest.Builder draft(String scope) {
        return CreateEntitlementRequest.newBuilder()
                .setUserId(ann)
                .setScope(scope)
                .setReason("goodwill");
    }

    protected Entitlement granted(CreateEntitlementRequest.Builder draft) {
        return admin().createEntitlement(draft.build()).getEntitlement();
    }

    protected Entitlement revoked(Entitlement grant) {
        return admin().revokeEntitlement(RevokeEntitlementRequest.newBuilder()
                        .setEntitlementId(grant.getId())
                        .setReason("a mistake")
                        .build())
                .getEntitlement();
    }

    protected List<Entitlement> own() {
        return as(ann).listMyEntitlements(ListMyEntitlementsRequest.getDefaultInstance())
                .getEntitlementsList();
    }

    /** What the others were told last that the user may read: scope, from, until. */
    protected List<Right> told() {
        return events.of(UserEntitlementsChanged.getDefaultInstance(), ann)
                .getLast()
                .getRightsList();
    }

    protected static Timestamp at(Instant time) {
        return Timestamps.of(time);
    }

    /** Good by the service's clock, however far it was advanced. */
    private String token(String userId, String role) {
        return TestTokens.with(claims -> claims.subject(userId)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(clock.instant().plusSeconds(600))));
    }

    private static BatchGetUsersResponse known(BatchGetUsersRequest request) {
        var response = BatchGetUsersResponse.newBuilder();
        request.getIdsList().stream()
                .filter(id -> !id.equals("nobody"))
                .forEach(id -> response.addUsers(User.newBuilder().setId(id)));
        return response.build();
    }

    private static BatchGetArticlesResponse shown(BatchGetArticlesRequest request) {
        var response = BatchGetArticlesResponse.newBuilder();
        request.getIdsList().stream()
                .filter(id -> !id.equals("none"))
                .forEach(id -> response.addArticles(Article.newBuilder().setId(id)));
        return response.build();
    }
}
