package news.platform.user.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealedPairTest {
    private static final Device BROWSER = new Device("a browser", "2001:db8::1");

    private final SecureRandom random = new SecureRandom();
    private final RefreshToken spent = RefreshToken.first(random);
    private final TokenPair pair = new TokenPair("an.access.token", spent.next(random));
    private final byte[] sealed = SealedPair.seal(spent, BROWSER, pair);

    @Test
    void opensForTheSpentTokenOnTheSameDevice() {
        var opened = SealedPair.open(spent, new Device("a browser", "2001:db8::2"), sealed);

        assertThat(opened.orElseThrow().accessToken()).isEqualTo("an.access.token");
        assertThat(opened.orElseThrow().refreshToken().text())
                .isEqualTo(pair.refreshToken().text());
        assertThat(pair).hasToString("TokenPair[not shown]");
    }

    @Test
    void opensForNothingElse() {
        assertThat(SealedPair.open(spent.next(random), BROWSER, sealed)).isEmpty();
        assertThat(SealedPair.open(pair.refreshToken(), BROWSER, sealed)).isEmpty();
        assertThat(SealedPair.open(spent, new Device("a browser", "2001:db8:0:1::1"), sealed))
                .isEmpty();
        assertThat(SealedPair.open(spent, new Device("another", "2001:db8::1"), sealed))
                .isEmpty();
    }
}
