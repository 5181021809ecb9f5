package news.platform.user.session;

import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.platform.error.Kind;
import news.platform.test.TestTokens;
import news.platform.user.Visitor;
import news.platform.user.v1.DeleteSessionRequest;
import news.platform.user.v1.ListSessionsRequest;
import news.platform.user.v1.ListSessionsResponse;
import news.platform.user.v1.Session;
import news.platform.user.v1.SessionSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Logging in and out, and the list of what is open. */
@ExtendWith(OutputCaptureExtension.class)
class SessionGrpcServiceIT extends SessionTest {
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
    void logsOut() {
        Session session = logIn(email);

        owner().sessions().deleteSession(delete(session));

        assertThat(outcome(session.getRefreshToken())).isEqualTo("BAD_REFRESH_TOKEN");
        assertRefused("SESSION_NOT_FOUND", () -> owner().sessions().deleteSession(delete(session)));
        assertThat(revoked(session)).singleElement().satisfies(event -> assertThat(event.getUserId())
                .isEqualTo(userId));
    }

    @Test
    void doesNotLogOutSomebodyElse() {
        Session session = logIn(email);
        Visitor other = visitor.with(TestTokens.user("somebody else", "admin"));

        assertRefused("SESSION_NOT_FOUND", () -> other.sessions().deleteSession(delete(session)));
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

        assertRefused("BAD_PAGE_TOKEN", () -> list(other, 1, token));
        assertThat(refusal(() -> list(owner(), -1, "")).kind()).contains(Kind.INVALID);
        assertThat(refusal(() -> list(visitor, 1, "")).kind()).contains(Kind.UNAUTHENTICATED);
    }

    @Test
    void logsNoSecret(CapturedOutput output) {
        Session session = logIn(email);
        visitor.refresh(session.getRefreshToken());
        refusal(() -> visitor.logIn(email, "wrong password"));
        refusal(() -> visitor.register(email));
        visitor.refresh(session.getRefreshToken());

        assertThat(output.getAll())
                .doesNotContain(email, Visitor.PASSWORD, "wrong password")
                .doesNotContain(session.getAccessToken(), session.getRefreshToken());
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
