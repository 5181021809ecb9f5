package news.platform.user;

import static news.platform.test.grpc.Refusals.refusal;
import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import news.platform.security.AuditLog;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.user.v1.ChangePasswordRequest;
import news.platform.user.v1.DeleteProfileRequest;
import news.platform.user.v1.DeleteSessionRequest;
import news.platform.user.v1.Session;
import news.platform.user.v1.UpdateUserRolesRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the security log holds after each thing that whoever looks into an attack asks for. */
@PlatformTest
class AuditIT {
    private static final String ADDRESS = "203.0.113.77";
    private static final String FROM = "source.block=203.0.113.0/24";

    @Autowired
    TestCallee callee;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    final Logger logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);
    final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    String email;
    String userId;
    Visitor visitor;

    @BeforeEach
    void listen() {
        email = newEmail();
        visitor = Visitor.of(callee).at(ADDRESS);
        userId = visitor.register(email).getId();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void tellsOfLogInsAndLogOuts() {
        double before = failedLogIns();
        refusal(() -> visitor.logIn(email, "wrong password"));
        refusal(() -> visitor.logIn(newEmail(), "wrong password"));
        Session session = visitor.logIn(email, Visitor.PASSWORD);
        visitor.in(session, userId, "reader")
                .sessions()
                .deleteSession(DeleteSessionRequest.newBuilder()
                        .setSessionId(session.getSessionId())
                        .build());

        String of = " user.id=" + userId + " session.id=" + session.getSessionId() + " ";
        assertThat(lines())
                .containsExactly(
                        "event.action=log-in event.outcome=failure event.reason=BAD_CREDENTIALS user.target.id="
                                + userId + " " + FROM,
                        "event.action=log-in event.outcome=failure event.reason=BAD_CREDENTIALS " + FROM,
                        "event.action=log-in event.outcome=success" + of + FROM,
                        "event.action=log-out event.outcome=success" + of + FROM + " audit.session="
                                + session.getSessionId());
        assertThat(failedLogIns() - before).isEqualTo(2);
    }

    @Test
    void tellsOfThrottledLogIns() {
        for (int i = 0; i < 6; i++) {
            refusal(() -> visitor.logIn(email, "wrong password"));
        }

        assertThat(lines().getLast())
                .isEqualTo("event.action=log-in event.outcome=failure event.reason=TOO_MANY_ATTEMPTS user.target.id="
                        + userId + " " + FROM);
    }

    @Test
    void tellsOfASpentRefreshTokenThatComesFromElsewhere() {
        Session session = visitor.logIn(email, Visitor.PASSWORD);
        visitor.refresh(session.getRefreshToken());
        refusal(() -> visitor.at("198.51.100.9").refresh(session.getRefreshToken()));

        assertThat(lines().getLast())
                .isEqualTo("event.action=refresh event.outcome=failure event.reason=BAD_REFRESH_TOKEN user.id=" + userId
                        + " session.id=" + session.getSessionId() + " source.block=198.51.100.0/24 audit.cause=reuse");
    }

    @Test
    void tellsWhoChangedWhoseRoles() {
        String adminId = jdbc.sql("select id from account where email_key = 'admin@example.com'")
                .query(String.class)
                .single();
        visitor.in(visitor.logIn("admin@example.com", Visitor.DEMO_PASSWORD), adminId, "admin")
                .users()
                .updateUserRoles(UpdateUserRolesRequest.newBuilder()
                        .setUserId(userId)
                        .addAllRoles(List.of("reader", "editor"))
                        .build());

        assertThat(lines().getLast())
                .startsWith("event.action=role-change event.outcome=success user.id=" + adminId + " ")
                .contains(" user.target.id=" + userId + " ")
                .endsWith(" audit.roles.after=reader,editor audit.roles.before=reader");
    }

    @Test
    void tellsOfPasswordsAndDeletions() {
        Session session = visitor.logIn(email, Visitor.PASSWORD);
        var profile = visitor.in(session, userId, "reader").profile();
        var change = ChangePasswordRequest.newBuilder().setNewPassword("another horse battery");
        refusal(() -> profile.changePassword(
                change.setCurrentPassword("wrong password").build()));
        profile.changePassword(change.setCurrentPassword(Visitor.PASSWORD).build());
        profile.deleteProfile(DeleteProfileRequest.newBuilder()
                .setCurrentPassword("another horse battery")
                .build());

        String of = "user.id=" + userId + " session.id=" + session.getSessionId() + " ";
        assertThat(lines().subList(1, 4))
                .containsExactly(
                        "event.action=password-confirmation event.outcome=failure event.reason=WRONG_PASSWORD " + of
                                + "user.target.id=" + userId + " " + FROM,
                        "event.action=password-change event.outcome=success " + of + FROM,
                        "event.action=account-deletion event.outcome=success " + of + FROM);
        assertThat(String.join("\n", lines())).doesNotContain(email, ADDRESS, "Ann", "horse");
    }

    private double failedLogIns() {
        return meters.counter("news.audit.events", "action", "log-in", "result", "failure")
                .count();
    }

    private List<String> lines() {
        return lines.list.stream()
                .map(line -> line.getKeyValuePairs().stream()
                        .map(pair -> pair.key + "=" + pair.value)
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
