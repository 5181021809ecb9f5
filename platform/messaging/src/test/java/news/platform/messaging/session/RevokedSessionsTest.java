package news.platform.messaging.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import news.platform.messaging.ReplicaHandler.Begin;
import news.platform.security.Caller;
import news.platform.security.token.SecurityProperties;
import news.platform.security.token.TokenVerifier;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RevokedSessionsTest {
    private final RevokedSessions sessions = new RevokedSessions(properties(), new NoTokens());

    @Test
    void looksBackAsFarAsATokenIsAccepted() {
        assertThat(sessions.begin())
                .isEqualTo(new Begin.End(Duration.ofMinutes(10).plusSeconds(5)));
    }

    @Test
    void takesTheEventThatIsConfigured() {
        assertThat(sessions.takes().types()).containsExactly("news.user.session.revoked.v1");
    }

    private static SecurityProperties properties() {
        return new SecurityProperties(
                "https://news-platform.local",
                "news-platform",
                URI.create("http://localhost/unused"),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                "news.user.session.revoked.v1",
                DataSize.ofMegabytes(1),
                Duration.ofMillis(500),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5));
    }

    private static final class NoTokens implements TokenVerifier {
        @Override
        public Caller verify(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Caller> remembered(String token) {
            return Optional.empty();
        }

        @Override
        public void forgetSession(String sessionId) {
            // nothing to forget
        }
    }
}
