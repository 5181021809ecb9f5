package news.platform.user.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.platform.user.Visitor.newEmail;
import static news.platform.user.Visitor.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import news.platform.error.Kind;
import news.platform.test.PlatformTest;
import news.platform.test.TestChannels;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.user.AtOnce;
import news.platform.user.PublishedEvents;
import news.platform.user.Visitor;
import news.platform.user.v1.DeleteSessionRequest;
import news.platform.user.v1.ListSessionsRequest;
import news.platform.user.v1.ListSessionsResponse;
import news.platform.user.v1.Session;
import news.platform.user.v1.SessionRevoked;
import news.platform.user.v1.SessionSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class SessionGrpcServiceIT {
    @Autowired
    TestChannels channels;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    String email;
    String userId;
    Visitor visitor;

    @BeforeEach
    void register() {
        email = newEmail();
        visitor = Visitor.of(channels);
        userId = visitor.register(email).getId();
    }

    @Test
    void logsInWithTheAddressInAnyCase() {
        Session session = logIn(email.toUpperCase(Locale.ROOT));

        assertThat(session.getTokenType()).isEqualTo("Bearer");
        assertThat(session.getExpiresIn()).isEqualTo(600);
        assertThat(session.getRefreshToken()).hasSizeGreaterThan(80);
        assertThat(session.getAccessToken()).contains(".");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnUnknownAddress() {
        var wrong = refusal(() -> visitor.logIn(email, "wrong password"));
        var unknown = refusal(() -> visitor.logIn(newEmail(), "wrong password"));

        assertThat(wrong.reason()).isEqualTo("BAD_CREDENTIALS");
        assertThat(wrong).isEqualTo(unknown);
        assertThat(wrong.kind()).contains(Kind.UNAUTHENTICATED);
    }

    @Test
    void exchangesARefreshTokenOnce() {
        Session first = logIn(email);

        Session second = visitor.refresh(first.getRefreshToken());

        assertThat(second.getSessionId()).isEqualTo(first.getSessionId());
        assertThat(second.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
        assertThat(visitor.refresh(second.getRefreshToken()).getSessionId()).isEqualTo(first.getSessionId());
    }

    @Test
    void endsTheSessionWhenASpentTokenComesBack() {
        Session first = logIn(email);
        Session second = visitor.refresh(first.getRefreshToken());
        Session third = visitor.refresh(second.getRefreshToken());

        var refusal = refusal(() -> visitor.refresh(first.getRefreshToken()));

        assertThat(refusal.reason()).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(refusal(() -> visitor.refresh(third.getRefreshToken())).reason())
                .isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(revoked(first)).hasSize(1);
    }

    @Test
    void givesManyTabsThatRefreshAtOnceTheSamePair() throws InterruptedException {
        Session session = logIn(email);

        List<Session> renewed = AtOnce.run(16, () -> visitor.refresh(session.getRefreshToken()));

        assertThat(renewed.stream().map(Session::getRefreshToken).distinct()).hasSize(1);
        assertThat(renewed.stream().map(Session::getAccessToken).distinct()).hasSize(1);
        assertThat(graces(session)).isEqualTo(1);
        assertThat(visitor.refresh(renewed.getFirst().getRefreshToken()).getSessionId())
                .isEqualTo(session.getSessionId());
    }

    @Test
    void endsTheSessionWhenASpentTokenComesBackLate() {
        Session session = logIn(email);
        Session renewed = visitor.refresh(session.getRefreshToken());
        clock.advance(Duration.ofSeconds(9));
        Session again = visitor.refresh(session.getRefreshToken());
        clock.advance(Duration.ofSeconds(2));

        assertThat(again.getExpiresIn()).isBetween(580, 591);
        assertThat(again.getRefreshToken()).isEqualTo(renewed.getRefreshToken());
        assertThat(outcome(session.getRefreshToken())).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(outcome(renewed.getRefreshToken())).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(revoked(session)).hasSize(1);
    }

    @Test
    void endsTheSessionWhenASpentTokenComesFromElsewhere() {
        Session session = logIn(email);
        Session renewed = visitor.refresh(session.getRefreshToken());

        assertThat(refusal(() -> Visitor.of(channels).refresh(session.getRefreshToken()))
                        .reason())
                .isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(outcome(renewed.getRefreshToken())).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(graces(session)).isZero();
    }

    @Test
    void refusesWhatIsNoRefreshToken() {
        Session session = logIn(email);
        String token = session.getRefreshToken();

        assertThat(outcome("no token")).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(outcome("A".repeat(token.length()))).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(outcome(session.getAccessToken())).isIn("BAD_REFRESH_TOKEN", "INVALID_FIELD");
        assertThat(visitor.refresh(token).getSessionId()).isEqualTo(session.getSessionId());
    }

    @Test
    void forgetsASessionThatIsNotUsedForThirtyDays() {
        Session used = logIn(email);
        Session unused = logIn(email);
        clock.advance(Duration.ofDays(29));
        Session again = visitor.refresh(used.getRefreshToken());
        clock.advance(Duration.ofDays(2));

        assertThat(outcome(unused.getRefreshToken())).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(visitor.refresh(again.getRefreshToken()).getSessionId()).isEqualTo(used.getSessionId());
    }

    @Test
    void endsEverySessionAfterNinetyDays() {
        String token = logIn(email).getRefreshToken();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofDays(22));
            token = visitor.refresh(token).getRefreshToken();
        }
        clock.advance(Duration.ofDays(3));

        assertThat(outcome(token)).isEqualTo("BAD_REFRESH_TOKEN");
    }

    @Test
    void logsOut() {
        Session session = logIn(email);

        owner().sessions().deleteSession(delete(session));

        assertThat(outcome(session.getRefreshToken())).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(refusal(() -> owner().sessions().deleteSession(delete(session)))
                        .reason())
                .isEqualTo("SESSION_NOT_FOUND");
        assertThat(revoked(session)).singleElement().satisfies(event -> assertThat(event.getUserId())
                .isEqualTo(userId));
    }

    @Test
    void doesNotLogOutSomebodyElse() {
        Session session = logIn(email);
        Visitor other = visitor.with(TestTokens.user("somebody else", "admin"));

        assertThat(refusal(() -> other.sessions().deleteSession(delete(session)))
                        .reason())
                .isEqualTo("SESSION_NOT_FOUND");
        assertThat(refusal(() -> visitor.sessions().deleteSession(delete(session)))
                        .kind())
                .contains(Kind.UNAUTHENTICATED);
        assertThat(visitor.refresh(session.getRefreshToken()).getSessionId()).isEqualTo(session.getSessionId());
    }

    @Test
    void listsTheOpenSessionsPageByPageLastUsedFirst() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(logIn(email).getSessionId());
        }
        Session refreshed = visitor.refresh(logIn(email).getRefreshToken());
        opened.add(refreshed.getSessionId());

        List<SessionSummary> listed = new ArrayList<>();
        String token = "";
        do {
            ListSessionsResponse page = list(owner(), 2, token);
            listed.addAll(page.getSessionsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(listed).extracting(SessionSummary::getId).containsExactlyElementsOf(opened.reversed());
        assertThat(listed).allSatisfy(session -> {
            assertThat(session.getDevice()).isEqualTo("a browser of " + visitor.address());
            assertThat(session.getCurrent()).isFalse();
        });
    }

    @Test
    void marksTheSessionThatAsks() {
        Session session = logIn(email);
        String token = TestTokens.with(claims ->
                claims.subject(userId).claim("sid", session.getSessionId()).claim("roles", List.of("reader")));

        assertThat(list(visitor.with(token), 0, "").getSessionsList())
                .singleElement()
                .satisfies(summary -> assertThat(summary.getCurrent()).isTrue());
    }

    @Test
    void refusesAForeignPageToken() {
        logIn(email);
        logIn(email);
        String token = list(owner(), 1, "").getNextPageToken();
        Visitor other = visitor.with(TestTokens.user("somebody else", "reader"));

        assertThat(refusal(() -> list(other, 1, token)).reason()).isEqualTo("BAD_PAGE_TOKEN");
        assertThat(refusal(() -> list(owner(), -1, "")).kind()).contains(Kind.INVALID);
        assertThat(refusal(() -> list(visitor, 1, "")).kind()).contains(Kind.UNAUTHENTICATED);
    }

    @Test
    void storesNoToken() {
        Session session = logIn(email);

        Session renewed = visitor.refresh(session.getRefreshToken());

        String rows = jdbc.sql("""
                        select string_agg(session::text || refresh_grace::text, ' ') from session
                        join refresh_grace on session_id = id""").query(String.class).single();

        assertThat(rows).contains(session.getSessionId());
        for (String token : List.of(session.getRefreshToken(), renewed.getRefreshToken())) {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            String secret = HexFormat.of().formatHex(bytes, 32, 64);
            assertThat(rows).doesNotContain(token, secret);
        }
        assertThat(rows)
                .doesNotContain(
                        HexFormat.of().formatHex(renewed.getAccessToken().getBytes(UTF_8)));
    }

    @Test
    void logsNoSecret(CapturedOutput output) {
        Session session = logIn(email);
        visitor.refresh(session.getRefreshToken());
        refusal(() -> visitor.logIn(email, "wrong password"));
        refusal(() -> visitor.register(email));
        refusal(() -> visitor.refresh(session.getRefreshToken()));

        assertThat(output.getAll())
                .doesNotContain(email, Visitor.PASSWORD, "wrong password")
                .doesNotContain(session.getAccessToken(), session.getRefreshToken());
    }

    private int graces(Session session) {
        return jdbc.sql("select count(*) from refresh_grace where session_id = :id")
                .param("id", session.getSessionId())
                .query(Integer.class)
                .single();
    }

    private Session logIn(String address) {
        return visitor.logIn(address, Visitor.PASSWORD);
    }

    private Visitor owner() {
        return visitor.with(TestTokens.user(userId, "reader"));
    }

    /** The new refresh token, or why there is none. */
    private String outcome(String refreshToken) {
        var answer = new ArrayList<String>();
        var refusal = refusal(() -> answer.add(visitor.refresh(refreshToken).getRefreshToken()));
        return answer.isEmpty() ? refusal.reason() : answer.getFirst();
    }

    private static List<SessionRevoked> revoked(Session session) {
        return PublishedEvents.await(SessionRevoked.getDefaultInstance(), session.getSessionId(), 1);
    }

    private static DeleteSessionRequest delete(Session session) {
        return DeleteSessionRequest.newBuilder()
                .setSessionId(session.getSessionId())
                .build();
    }

    private static ListSessionsResponse list(Visitor by, int size, String token) {
        return by.sessions()
                .listSessions(ListSessionsRequest.newBuilder()
                        .setPageSize(size)
                        .setPageToken(token)
                        .build());
    }
}
