package news.platform.user.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import news.platform.test.TestClock;
import news.platform.user.AtOnce;
import news.platform.user.Visitor;
import news.platform.user.v1.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exchanging a refresh token, and what a spent one does. */
class RefreshIT extends SessionTest {
    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

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
        assertRefused("BAD_REFRESH_TOKEN", () -> visitor.refresh(third.getRefreshToken()));
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

        assertRefused("BAD_REFRESH_TOKEN", () -> Visitor.of(callee).refresh(session.getRefreshToken()));
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

    private int graces(Session session) {
        return jdbc.sql("select count(*) from refresh_grace where session_id = :id")
                .param("id", session.getSessionId())
                .query(Integer.class)
                .single();
    }
}
