package news.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import news.platform.messaging.Outbox;
import news.platform.security.token.InvalidTokenException;
import news.platform.security.token.TokenVerifier;
import news.platform.test.Replicas;
import news.platform.test.TestTokens;
import news.platform.user.v1.SessionRevoked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class RevokedSessionsIT extends ContentServiceTest {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Replicas replicas;

    @Test
    void refusesWhoseSessionEndedInEveryReplica() {
        var id = UUID.randomUUID().toString();
        var token = TestTokens.user(id, "editor");
        try (var other = replicas.another()) {
            var elsewhere = other.getBean(TokenVerifier.class);
            await().until(() -> connected(meters) && connected(other.getBean(MeterRegistry.class)));
            assertThat(elsewhere.verify(token).userId()).isEqualTo(id);
            assertThat(draft(id)).isNull();

            transaction.executeWithoutResult(status -> outbox.publish(SessionRevoked.newBuilder()
                    .setSessionId("session-of-" + id)
                    .setUserId(id)
                    .setVersion(1)
                    .build()));

            await().untilAsserted(() -> {
                assertThat(draft(id)).isEqualTo("UNAUTHENTICATED");
                assertThat(isRefused(elsewhere, token)).isTrue();
            });
            assertThat(draft(UUID.randomUUID().toString())).isNull();
        }
    }

    /** The status with which an editor's draft is refused, null where it is taken. */
    private @Nullable String draft(String editor) {
        try {
            as(editor, "editor").createArticle(story().build());
            return null;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode().name();
        }
    }

    private static boolean isRefused(TokenVerifier verifier, String token) {
        try {
            verifier.verify(token);
            return false;
        } catch (InvalidTokenException _) {
            return true;
        }
    }

    private static boolean connected(MeterRegistry meters) {
        return meters.get("news.event.connected")
                        .tag("handler", "RevokedSessions")
                        .gauge()
                        .value()
                == 1;
    }
}
