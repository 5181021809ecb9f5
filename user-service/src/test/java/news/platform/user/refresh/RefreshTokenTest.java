package news.platform.user.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void isReadBackFromItsText() {
        RefreshToken token = RefreshToken.first(random);

        RefreshToken read = RefreshToken.parse(token.text()).orElseThrow();

        assertThat(read.familyHash()).isEqualTo(token.familyHash());
        assertThat(read.secretHash()).isEqualTo(token.secretHash());
    }

    @Test
    void keepsTheFamilyAndChangesTheSecret() {
        RefreshToken token = RefreshToken.first(random);

        RefreshToken next = token.next(random);

        assertThat(next.familyHash()).isEqualTo(token.familyHash());
        assertThat(next.secretHash()).isNotEqualTo(token.secretHash());
    }

    @Test
    void isNothingElse() {
        assertThat(RefreshToken.parse("")).isEmpty();
        assertThat(RefreshToken.parse("***")).isEmpty();
        assertThat(RefreshToken.parse(RefreshToken.first(random).text().substring(2)))
                .isEmpty();
    }

    @Test
    void isNotShown() {
        RefreshToken token = RefreshToken.first(random);

        assertThat(token.toString()).doesNotContain(token.text());
    }
}
