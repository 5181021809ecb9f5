package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.security.AuditLog;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is let in is what the policies say. */
@EdgeTest
class EdgeAccessIT {

    @Autowired
    EdgeClient client;

    @Autowired
    Clock clock;

    @Test
    void asksForATokenWhereOneIsNeeded() {
        var got = client.get("/api/v1/me");

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.reason()).isEqualTo("UNAUTHENTICATED");
        assertThat(got.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void refusesBadTokens() {
        for (var token :
                new String[] {"nonsense", TestTokens.expired("u1"), TestTokens.forged("u1"), TestTokens.user("u1") + "x"
                }) {
            var got = client.get("/api/v1/me", "Authorization", "Bearer " + token);

            assertThat(got.status()).isEqualTo(401);
            assertThat(got.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void refusesABadTokenEvenWhereNoneIsNeeded() {
        assertThat(client.get("/api/v1/articles", "Authorization", "Bearer nonsense")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void doesNotLookAtATokenWhereEverybodyMayCall() {
        assertThat(client.get("/test/query", "Authorization", "Bearer nonsense").status())
                .isEqualTo(200);
    }

    @Test
    void refusesOtherRoles() {
        var reader =
                client.get("/api/v1/editorial/articles", "Authorization", "Bearer " + TestTokens.user("u1", "reader"));
        var editor =
                client.get("/api/v1/editorial/articles", "Authorization", "Bearer " + TestTokens.user("u2", "editor"));
        var nobody = client.get("/api/v1/editorial/articles");

        assertThat(reader.status()).isEqualTo(403);
        assertThat(reader.reason()).isEqualTo("PERMISSION_DENIED");
        assertThat(editor.status()).isEqualTo(200);
        assertThat(nobody.status()).isEqualTo(401);
    }

    @Test
    void writesWhoLacksARoleIntoTheSecurityLog() {
        var logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);

        client.get("/api/v1/editorial/articles", "Authorization", "Bearer " + TestTokens.user("u3", "reader"));
        client.get("/api/v1/editorial/articles");

        logger.detachAppender(lines);
        assertThat(lines.list).singleElement().satisfies(line -> assertThat(
                        line.getKeyValuePairs().stream().map(KeyValuePair::toString))
                .containsExactly(
                        "event.action=\"role-access\"",
                        "event.outcome=\"failure\"",
                        "event.reason=\"PERMISSION_DENIED\"",
                        "user.id=\"u3\"",
                        "session.id=\"session-of-u3\"",
                        "source.block=\"127.0.0.0/24\"",
                        "audit.method=\"news.platform.content.v1.ArticleService/ListEditorialArticles\""));
    }

    @Test
    void letsPartnersInBySignatureAndAdministratorsByToken() {
        var nobody = client.post("/api/v1/feedItems", "[]");
        var reader =
                client.post("/api/v1/feedItems", "[]", "Authorization", "Bearer " + TestTokens.user("u1", "reader"));
        var admin = client.post("/api/v1/feedItems", "[]", "Authorization", "Bearer " + TestTokens.user("u2", "admin"));

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(reader.status()).isEqualTo(403);
        assertThat(admin.status()).isEqualTo(207);
    }

    @Test
    void refusesASignatureForItsHeadersBeforeItsBody() {
        assertThat(push("wire", 0, "ab".repeat(32)).status()).isEqualTo(207);

        assertThat(push("wire", 0, "made up").json().path("detail").asString()).startsWith("x-partner-signature");
        assertThat(push("", 0, "ab".repeat(32)).json().path("detail").asString())
                .startsWith("x-partner-id");
        for (long off : new long[] {-301, 301}) {
            var stale = push("wire", off, "ab".repeat(32));
            assertThat(stale.status()).isEqualTo(401);
            assertThat(stale.reason()).isEqualTo("UNAUTHENTICATED");
            assertThat(stale.json().path("detail").asString()).startsWith("x-partner-timestamp");
        }
    }

    private EdgeClient.Got push(String partner, long secondsOff, String signature) {
        return client.post(
                "/api/v1/feedItems",
                "[]",
                "X-Partner-Id",
                partner,
                "X-Partner-Timestamp",
                Long.toString(clock.instant().getEpochSecond() + secondsOff),
                "X-Partner-Signature",
                signature);
    }

    @Test
    void spellsTheAddressAsItLikesWithoutGettingIn() {
        for (var path : new String[] {"/api/v1/%6De", "/api/v1/me?x=1", "/api//v1/me", "/api/v1/me/", "/api/v1/me;x"}) {
            assertThat(client.get(path).status()).as(path).isIn(400, 401, 404);
        }
    }
}
