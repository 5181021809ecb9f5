package news.platform.user.account;

import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import news.platform.error.FieldViolation;
import news.platform.error.Kind;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.user.Visitor;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.CreateUserRequest;
import news.platform.user.v1.DeleteProfileRequest;
import news.platform.user.v1.DeleteSessionRequest;
import news.platform.user.v1.GetUserRequest;
import news.platform.user.v1.Session;
import news.platform.user.v1.SessionRevoked;
import news.platform.user.v1.UpdateUserRolesRequest;
import news.platform.user.v1.User;
import news.platform.user.v1.UserRegistered;
import news.platform.user.v1.UserServiceGrpc;
import news.platform.user.v1.UserUpdated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class UserGrpcServiceIT {
    @Autowired
    TestCallee callee;

    @Autowired
    Accounts accounts;

    @Autowired
    SentEvents events;

    Visitor visitor;
    Visitor admin;

    @BeforeEach
    void visit() {
        visitor = Visitor.of(callee);
        String adminId =
                accounts.findCredential("admin@example.com").orElseThrow().userId();
        admin = Visitor.admin(callee, adminId);
    }

    @Test
    void registersAReader() {
        User user = visitor.register(newEmail());

        assertThat(user.getDisplayName()).isEqualTo("Ann");
        assertThat(user.getRolesList()).containsExactly("reader");
        assertThat(get(user.getId())).isEqualTo(user);
        assertThat(events.of(UserRegistered.getDefaultInstance(), user.getId()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getVersion()).isEqualTo(1);
                    assertThat(event.getDisplayName()).isEqualTo("Ann");
                });
    }

    @Test
    void refusesATakenAddressInAnyCase() {
        String email = newEmail();
        visitor.register(email);

        var refusal = refusal(() -> visitor.register(email.toUpperCase(Locale.ROOT)));

        assertThat(refusal.reason()).isEqualTo("EMAIL_TAKEN");
        assertThat(refusal.kind()).contains(Kind.ALREADY_EXISTS);
    }

    @ParameterizedTest
    @CsvSource({
        "no address, correct horse, Ann, email",
        "ann@example.com, short, Ann, password",
        "ann@example.com, correct horse, ' ', displayName",
        "ann@example.com, correct horse, '\u3000\u00a0', displayName",
        "ann@example.com, correct horse, '\u200b', displayName",
        "ann@example.com, correct horse, '\u2800', displayName",
        "ann@example.com, correct horse, '\u202eAnn', displayName",
        "ann@example.com, correct horse, A\u0000nn, displayName"
    })
    void refusesAFieldOutsideItsRules(String email, String password, String displayName, String field) {
        var refusal = refusal(() -> visitor.users()
                .createUser(CreateUserRequest.newBuilder()
                        .setEmail(email)
                        .setPassword(password)
                        .setDisplayName(displayName)
                        .build()));

        assertThat(refusal.kind()).contains(Kind.INVALID);
        assertThat(refusal.violations())
                .anySatisfy(found -> assertThat(found.field()).isEqualTo(field));
    }

    @Test
    void answersTheSameRegistrationTwiceUnderOneIdempotencyKey() {
        var stub = UserServiceGrpc.newBlockingStub(callee.with(Map.of("idempotency-key", newEmail())));
        var request = CreateUserRequest.newBuilder()
                .setEmail(newEmail())
                .setPassword(Visitor.PASSWORD)
                .setDisplayName("Ann")
                .build();

        assertThat(stub.createUser(request)).isEqualTo(stub.createUser(request));
    }

    @Test
    void showsNobodyForAnUnknownId() {
        assertRefused("USER_NOT_FOUND", () -> get("nobody"));
        assertThat(refusal(() -> get("no\u0000body")).violations())
                .singleElement()
                .satisfies(found -> assertThat(found.field()).isEqualTo("userId"));
    }

    @Test
    void showsSeveralInTheOrderAskedForOnceEach() {
        User first = visitor.register(newEmail());
        User second = visitor.register(newEmail());

        var answer = visitor.users()
                .batchGetUsers(BatchGetUsersRequest.newBuilder()
                        .addAllIds(List.of(second.getId(), "nobody", first.getId(), second.getId(), "nobody"))
                        .build());

        assertThat(answer.getUsersList()).containsExactly(second, first);
        assertThat(answer.getMissingList()).containsExactly("nobody");
    }

    @Test
    void refusesMoreThanAHundredAtOnce() {
        List<String> ids =
                IntStream.rangeClosed(1, 101).mapToObj(Integer::toString).toList();

        var refusal = refusal(() -> visitor.users()
                .batchGetUsers(BatchGetUsersRequest.newBuilder().addAllIds(ids).build()));

        assertThat(refusal.kind()).contains(Kind.INVALID);
    }

    @Test
    void changesRolesAndEndsTheSessionsThatHadTheOldOnes() {
        String email = newEmail();
        User user = visitor.register(email);
        Session session = visitor.logIn(email, Visitor.PASSWORD);

        User changed = changeRoles(admin, user.getId(), "reader", "editor");

        assertThat(changed.getRolesList()).containsExactly("reader", "editor");
        assertRefused("BAD_REFRESH_TOKEN", () -> visitor.refresh(session.getRefreshToken()));
        assertThat(events.of(SessionRevoked.getDefaultInstance(), session.getSessionId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getUserId()).isEqualTo(user.getId()));
        assertThat(events.of(UserUpdated.getDefaultInstance(), user.getId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getVersion()).isEqualTo(2));
    }

    @Test
    void refusesADemotedAdministratorAtOnce() {
        String email = newEmail();
        String id = visitor.register(email).getId();
        changeRoles(admin, id, "reader", "admin");
        Visitor second = visitor.in(visitor.logIn(email, Visitor.PASSWORD), id, "reader", "admin");
        changeRoles(second, id, "reader", "admin");

        changeRoles(admin, id, "reader");

        var refusal = refusal(() -> changeRoles(second, id, "reader", "admin"));
        assertThat(refusal.reason()).isEqualTo("UNAUTHENTICATED");
        assertThat(refusal.kind()).contains(Kind.UNAUTHENTICATED);
        assertThat(get(id).getRolesList()).containsExactly("reader");
    }

    @Test
    void refusesAnAdministratorWhoLoggedOut() {
        String adminId =
                accounts.findCredential("admin@example.com").orElseThrow().userId();
        Session session = visitor.logIn("admin@example.com", Visitor.DEMO_PASSWORD);
        Visitor late = visitor.in(session, adminId, "reader", "admin");
        late.sessions()
                .deleteSession(DeleteSessionRequest.newBuilder()
                        .setSessionId(session.getSessionId())
                        .build());

        assertRefused("UNAUTHENTICATED", () -> changeRoles(late, adminId, "reader", "admin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord123!",
                "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44",
                "sunshinesunshine",
                "aaaaaaaaaa",
                "zoe.smithson@example.com",
                "Zoe.Smithson",
                "ZoeSmithson99",
                "Arabella Montgomery",
                "arabellamontgomery!"
            })
    void refusesAPasswordThatIsTriedFirst(String password) {
        var refusal = refusal(() -> visitor.users()
                .createUser(CreateUserRequest.newBuilder()
                        .setEmail("zoe.smithson@example.com")
                        .setPassword(password)
                        .setDisplayName("Arabella Montgomery")
                        .build()));

        assertThat(refusal.reason()).isEqualTo("WEAK_PASSWORD");
        assertThat(refusal.kind()).contains(Kind.INVALID);
        assertThat(refusal.violations()).extracting(FieldViolation::field).containsExactly("password");
    }

    @Test
    void keepsSessionsWhenTheRolesStayTheSame() {
        String email = newEmail();
        User user = visitor.register(email);
        Session session = visitor.logIn(email, Visitor.PASSWORD);

        changeRoles(admin, user.getId(), "reader");

        assertThat(visitor.refresh(session.getRefreshToken()).getSessionId()).isEqualTo(session.getSessionId());
    }

    @Test
    void keepsTheLastAdministrator() {
        String id = accounts.findCredential("admin@example.com").orElseThrow().userId();
        var himself = visitor.with(TestTokens.user(id, "admin")).profile();

        assertRefused("LAST_ADMIN", () -> changeRoles(admin, id, "reader"));
        assertRefused(
                "LAST_ADMIN",
                () -> himself.deleteProfile(DeleteProfileRequest.newBuilder()
                        .setCurrentPassword(Visitor.DEMO_PASSWORD)
                        .build()));
        assertThat(get(id).getRolesList()).containsExactly("reader", "admin");
    }

    @Test
    void letsNobodyButAdministratorsChangeRoles() {
        String id = visitor.register(newEmail()).getId();
        Visitor editor = visitor.with(TestTokens.user(id, "reader", "editor", "moderator"));

        assertThat(refusal(() -> changeRoles(visitor, id, "admin")).kind()).contains(Kind.UNAUTHENTICATED);
        assertThat(refusal(() -> changeRoles(editor, id, "admin")).kind()).contains(Kind.FORBIDDEN);
        assertRefused("USER_NOT_FOUND", () -> changeRoles(admin, "nobody", "admin"));
        assertThat(refusal(() -> changeRoles(admin, id, "king")).kind()).contains(Kind.INVALID);
    }

    private User get(String id) {
        return visitor.users()
                .getUser(GetUserRequest.newBuilder().setUserId(id).build())
                .getUser();
    }

    private static User changeRoles(Visitor by, String id, String... roles) {
        return by.users()
                .updateUserRoles(UpdateUserRolesRequest.newBuilder()
                        .setUserId(id)
                        .addAllRoles(List.of(roles))
                        .build())
                .getUser();
    }
}
