package news.platform.user.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration ROTATION = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration KEEP = Duration.ofMinutes(70);
    private static final RSAKey PAIR = generate();

    private final SigningKey first = key("first", START);
    private final SigningKey second = key("second", START.plus(ROTATION));

    @Test
    void needsAKeyAtOnceWhenThereIsNone() {
        assertThat(new KeyRing(List.of()).nextUseFrom(START, ROTATION, AHEAD)).contains(START);
    }

    @Test
    void needsTheNextKeyOneHourBeforeItsUse() {
        var ring = new KeyRing(List.of(first));
        Instant due = START.plus(ROTATION).minus(AHEAD);

        assertThat(ring.nextUseFrom(due.minusSeconds(1), ROTATION, AHEAD)).isEmpty();
        assertThat(ring.nextUseFrom(due, ROTATION, AHEAD)).contains(START.plus(ROTATION));
    }

    @Test
    void publishesALateKeyAheadOfItsUseToo() {
        Instant late = START.plus(ROTATION.multipliedBy(3));

        assertThat(new KeyRing(List.of(first)).nextUseFrom(late, ROTATION, AHEAD))
                .contains(late.plus(AHEAD));
    }

    @Test
    void needsNoThirdKeyWhileTheSecondWaits() {
        var ring = new KeyRing(List.of(first, second));

        assertThat(ring.nextUseFrom(START.plus(ROTATION), ROTATION, AHEAD)).isEmpty();
    }

    @Test
    void changesOverAtTheMomentThatWasPublished() {
        var ring = new KeyRing(List.of(second, first));

        assertThat(ring.inForce(second.useFrom().minusNanos(1))).contains(first);
        assertThat(ring.inForce(second.useFrom())).contains(second);
    }

    @Test
    void signsWithAKeyThatAReplicaWithAFasterClockHasJustMade() {
        var ring = new KeyRing(List.of(second, first));

        assertThat(ring.inForce(START.minusSeconds(1))).contains(first);
        assertThat(ring.nextUseFrom(START.minusSeconds(1), ROTATION, AHEAD)).isEmpty();
    }

    @Test
    void publishesAKeyUntilItsLastTokenExpired() {
        var ring = new KeyRing(List.of(first, second));

        assertThat(ring.published(START, KEEP)).containsExactly(first, second);
        assertThat(ring.published(second.useFrom().plus(KEEP).minusNanos(1), KEEP))
                .containsExactly(first, second);
        assertThat(ring.published(second.useFrom().plus(KEEP), KEEP)).containsExactly(second);
    }

    @Test
    void publishesButDoesNotUseAKeyThatItCannotRead() {
        var foreign = new SigningKey(second.rsa().toPublicJWK(), second.createTime(), second.useFrom());
        var ring = new KeyRing(List.of(first, foreign));
        Instant later = second.useFrom().plus(Duration.ofMinutes(1));

        assertThat(ring.inForce(later)).contains(first);
        assertThat(ring.published(later, KEEP)).containsExactly(first, foreign);
        assertThat(new KeyRing(List.of(foreign)).nextUseFrom(later, ROTATION, AHEAD))
                .contains(later);
    }

    private static SigningKey key(String id, Instant useFrom) {
        RSAKey rsa = new RSAKey.Builder(PAIR).keyID(id).build();
        return new SigningKey(rsa, useFrom.minus(AHEAD), useFrom);
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
