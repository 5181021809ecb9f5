package news.platform.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import news.platform.user.refresh.RefreshToken;
import news.platform.user.refresh.TokenPair;
import org.junit.jupiter.api.Test;

class OpenedSessionTest {
    @Test
    void isNotShown() {
        var tokens = new TokenPair("secret", RefreshToken.first(new SecureRandom()));

        assertThat(new OpenedSession("1", tokens, Duration.ofMinutes(10), Optional.of("device")))
                .hasToString("OpenedSession[1]");
    }
}
