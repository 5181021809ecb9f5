package news.platform.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.util.UUID;
import news.platform.error.v1.PlatformReason;
import news.platform.security.AuditLog;
import news.platform.security.Caller;
import news.platform.security.Callers;
import news.platform.security.token.TokenVerifier;
import news.platform.test.TestTokens;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;

class AccessIT extends ServerFixture {
    @Autowired
    private TokenVerifier tokens;

    @BeforeEach
    void answerWithTheCaller() {
        probe.behaviour = request -> Callers.current().map(Caller::userId).orElse("nobody");
    }

    @Test
    void letsAnyoneCallAPublicMethodAndLooksAtNoToken() {
        assertThat(stub().getPublic(EMPTY).getText()).isEqualTo("nobody");
        assertThat(stubOf("u1").getPublic(EMPTY).getText()).isEqualTo("nobody");
        assertThat(stub("authorization", "Bearer rubbish").getPublic(EMPTY).getText())
                .isEqualTo("nobody");
    }

    @Test
    void takesATokenWhereItIsOptionalButOnlyAValidOne() {
        assertThat(stub().getOptional(EMPTY).getText()).isEqualTo("nobody");
        assertThat(stubOf("u1").getOptional(EMPTY).getText()).isEqualTo("u1");
        assertUnauthenticated(() -> stub("authorization", "Bearer rubbish").getOptional(EMPTY));
        assertUnauthenticated(() ->
                stub("authorization", "Bearer " + TestTokens.expired("u1")).getOptional(EMPTY));
        assertUnauthenticated(
                () -> stub("authorization", "Bearer " + TestTokens.forged("u1")).getOptional(EMPTY));
    }

    @Test
    void demandsATokenWhereThePolicySaysNothing() {
        assertUnauthenticated(() -> stub().changeDefault(EMPTY));
        assertThat(stubOf("u1").changeDefault(EMPTY).getText()).isEqualTo("u1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dTpw", "Bearer", "Bearer ", "rubbish"})
    void demandsABearerToken(String authorization) {
        assertUnauthenticated(() -> stub("authorization", authorization).changeDefault(EMPTY));
    }

    @Test
    void readsTheSchemeInAnyCase() {
        String token = TestTokens.user("u1");

        assertThat(stub("authorization", "bearer " + token).changeDefault(EMPTY).getText())
                .isEqualTo("u1");
    }

    @Test
    void demandsOneOfTheRoles() {
        String key = UUID.randomUUID().toString();

        assertUnauthenticated(() -> stub("idempotency-key", key).changeByRole(EMPTY));
        assertRefused(
                PlatformReason.PERMISSION_DENIED, () -> stubOf("u1", "reader").changeByRole(EMPTY));
        assertThat(stub("idempotency-key", key, "authorization", "Bearer " + TestTokens.user("u1", "admin"))
                        .changeByRole(EMPTY)
                        .getText())
                .isEqualTo("u1");
    }

    @Test
    void asksForTheSessionWhereARoleIsNeeded() {
        assertUnauthenticated(() -> stubOf("somebody demoted", "admin").changeByRole(EMPTY));
        assertThat(stubOf("somebody demoted", "admin").changeDefault(EMPTY).getText())
                .isEqualTo("somebody demoted");
    }

    @Test
    void writesWhoLacksARoleIntoTheSecurityLog() {
        var logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);

        String token = "Bearer " + TestTokens.user("u1", "reader");
        assertRefused(
                PlatformReason.PERMISSION_DENIED, () -> stub("authorization", token, "x-client-address", "203.0.113.77")
                        .changeByRole(EMPTY));

        logger.detachAppender(lines);
        assertThat(lines.list).singleElement().satisfies(line -> assertThat(
                        line.getKeyValuePairs().stream().map(KeyValuePair::toString))
                .containsExactly(
                        "event.action=\"role-access\"",
                        "event.outcome=\"failure\"",
                        "event.reason=\"PERMISSION_DENIED\"",
                        "user.id=\"u1\"",
                        "session.id=\"session-of-u1\"",
                        "source.block=\"203.0.113.0/24\"",
                        "audit.method=\"news.platform.probe.v1.ProbeService/ChangeByRole\""));
    }

    @Test
    void demandsAnIdempotencyKeyThatIsNotEndless() {
        String token = "Bearer " + TestTokens.user("u1", "admin");

        assertRefused(PlatformReason.IDEMPOTENCY_KEY_MISSING, () -> stub("authorization", token)
                .changeByRole(EMPTY));
        assertRefused(PlatformReason.IDEMPOTENCY_KEY_MISSING, () -> stub("authorization", token, "idempotency-key", " ")
                .changeByRole(EMPTY));
        assertRefused(
                PlatformReason.INVALID_FIELD, () -> stub("authorization", token, "idempotency-key", "k".repeat(256))
                        .changeByRole(EMPTY));
    }

    @Test
    void leavesTheSignatureOfAPartnerToTheService() {
        probe.behaviour = request -> CallMetadata.header("x-partner-id").orElse("none")
                + Callers.current().map(Caller::userId).orElse("");

        assertThat(stub("x-partner-id", "p1").pushSigned(EMPTY).getText()).isEqualTo("p1");
        assertThat(stubOf("u1").pushSigned(EMPTY).getText()).isEqualTo("noneu1");
        assertUnauthenticated(() -> stub("authorization", "Bearer rubbish").pushSigned(EMPTY));
    }

    @Test
    void refusesTheTokensOfAnEndedSession() {
        String token = TestTokens.with(claims -> claims.claim("sid", "ended-session"));
        assertThat(stub("authorization", "Bearer " + token).changeDefault(EMPTY).getText())
                .isNotEqualTo("nobody");

        tokens.forgetSession("ended-session");

        assertUnauthenticated(() -> stub("authorization", "Bearer " + token).changeDefault(EMPTY));
    }

    @Test
    void letsTheGatewayOpenAStreamForAllOfItsUsersAndNobodyElseWithoutAToken() {
        ManagedChannel content = channel(TestCertificates.of("content-service"));

        assertThat(stub().watchMine(EMPTY).next().getText()).isEqualTo("nobody");
        assertUnauthenticated(() -> stub(content).watchMine(EMPTY).next());
        content.shutdownNow();
    }

    @Test
    void answersHealthToAnyone() {
        assertThat(HealthGrpc.newBlockingStub(channel())
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }
}
