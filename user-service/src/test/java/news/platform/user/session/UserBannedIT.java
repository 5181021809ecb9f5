package news.platform.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicLong;
import news.platform.comment.v1.UserBanned;
import news.platform.messaging.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class UserBannedIT extends SessionTest {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void endsTheSessionsOfWhoWasBanned() {
        var session = logIn(email);
        var version = new AtomicLong();

        // a consumer of what happens from now on may begin only after the first of them
        await().untilAsserted(() -> {
            transaction.executeWithoutResult(_ -> outbox.publish(UserBanned.newBuilder()
                    .setUserId(userId)
                    .setVersion(version.incrementAndGet())
                    .build()));
            assertThat(revoked(session)).isNotEmpty();
        });
        assertThat(outcome(session.getRefreshToken())).isEqualTo("BAD_REFRESH_TOKEN");
    }
}
