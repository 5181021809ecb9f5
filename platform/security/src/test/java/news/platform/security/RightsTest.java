package news.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RightsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant TOKEN_END = NOW.plusSeconds(600);

    @Test
    void isOpenFromItsBeginningToItsEnd() {
        var right = everything(NOW, NOW.plusSeconds(1));

        assertThat(right.isOpen(NOW.minusNanos(1))).isFalse();
        assertThat(right.isOpen(NOW)).isTrue();
        assertThat(right.isOpen(NOW.plusMillis(999))).isTrue();
        assertThat(right.isOpen(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void hasTheClassOfWhatIsOpenThen() {
        var rights = new Rights(
                3, List.of(everything(NOW.plusSeconds(10), NOW.plusSeconds(20)), one("articles/a", null, null)));

        assertThat(rights.at(NOW)).isEqualTo(EntitlementClass.PERSONAL);
        assertThat(rights.at(NOW.plusSeconds(10))).isEqualTo(EntitlementClass.FULL);
        assertThat(rights.at(NOW.plusSeconds(20))).isEqualTo(EntitlementClass.PERSONAL);
        assertThat(Rights.NONE.at(NOW)).isEqualTo(EntitlementClass.PREVIEW);
        assertThat(rights.open(NOW.plusSeconds(10))).containsExactlyInAnyOrder("everything", "articles/a");
    }

    @Test
    void believesTheHigherVersion() {
        var old = new Rights(1, List.of(everything(null, null)));
        var ended = new Rights(2, List.of());

        assertThat(old.newer(ended)).isSameAs(ended);
        assertThat(ended.newer(old)).isSameAs(ended);
        assertThat(ended.newer(new Rights(2, List.of(everything(null, null))))).isSameAs(ended);
    }

    @Test
    void saysInATokenWhatMattersWhileItLives() {
        var rights = new Rights(
                7,
                List.of(
                        everything(null, NOW.plusSeconds(30)),
                        everything(NOW.plusSeconds(20), NOW.plusMillis(60_001)),
                        everything(TOKEN_END, null),
                        one("articles/a", NOW.minusSeconds(60), null),
                        one("articles/b", NOW.plusSeconds(5), NOW.plusSeconds(9)),
                        one("channels/tech", NOW.minusSeconds(60), NOW)));

        var claim = RightsClaim.of(rights, NOW, TOKEN_END);

        long now = NOW.getEpochSecond();
        assertThat(claim)
                .isEqualTo(Map.of(
                        "version", 7L, "everything", List.of(List.of(0L, now + 61)), "some", List.of(List.of(0L))));
    }

    @Test
    void saysInATokenTheClassOfEachMoment() {
        var rights = new Rights(
                2, List.of(everything(NOW.plusSeconds(100), NOW.plusSeconds(200)), one("articles/a", null, null)));

        var read = RightsClaim.read(RightsClaim.of(rights, NOW, TOKEN_END));

        assertThat(read.version()).isEqualTo(2);
        for (var time = NOW; time.isBefore(TOKEN_END); time = time.plusSeconds(10)) {
            assertThat(read.at(time)).isEqualTo(rights.at(time));
        }
    }

    @Test
    void refusesWhatIsNoClaim() {
        assertThat(RightsClaim.read(null)).isEqualTo(Rights.NONE);
        assertThatThrownBy(() -> RightsClaim.read(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RightsClaim.read("all")).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> RightsClaim.read(Map.of("version", 1, "some", List.of(List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Right everything(@Nullable Instant from, @Nullable Instant until) {
        return one(Right.EVERYTHING, from, until);
    }

    private static Right one(String opens, @Nullable Instant from, @Nullable Instant until) {
        return new Right(Set.of(opens), from, until);
    }
}
