package news.platform.entitlement.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import news.platform.entitlement.right.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is bought, given back and bought again at random never leaves a gap, and nobody loses a day of what they paid for. */
class GrantTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Scope PREMIUM = Scope.plan("premium");
    private static final int STEPS = 40;

    private final List<Grant> granted = new ArrayList<>();
    private final Map<String, Duration> bought = new HashMap<>();
    private Instant now = BEGIN;
    private int serial;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leaveNoGapAndLoseNoDay(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(3)) {
                case 0 -> buy(Duration.ofDays(1 + random.nextInt(40)));
                case 1 -> giveBack(random);
                default -> pass(Duration.ofHours(random.nextInt(24 * 20)));
            }
            assertOpenInARow();
        }
    }

    @Test
    void stayWhereTheyAreBehindWhatIsThereStill() {
        buy(Duration.ofDays(30));
        buy(Duration.ofDays(30));

        assertThat(Grant.movedUp(granted, now)).isEmpty();
    }

    @Test
    void moveUpToWhatAnAdministratorGrantedAndNotItself() {
        granted.add(grant(Grant.STAFF, now, now.plus(Duration.ofDays(5))));
        granted.add(grant(Grant.STAFF, now.plus(Duration.ofDays(60)), now.plus(Duration.ofDays(61))));
        granted.add(grant("orders/1", now.plus(Duration.ofDays(30)), null));

        assertThat(Grant.movedUp(granted, now))
                .containsExactly(new Grant.Moved(granted.getLast(), now.plus(Duration.ofDays(5)), null));
    }

    /** As purchases are granted: where the last that is there ends. */
    private void buy(Duration time) {
        var from = granted.stream()
                .map(grant -> Objects.requireNonNull(grant.to()))
                .max(Comparator.naturalOrder())
                .orElse(now);
        var grant = grant("orders/" + serial, from, from.plus(time));
        granted.add(grant);
        bought.put(grant.source(), time);
    }

    private void giveBack(Random random) {
        if (granted.isEmpty()) {
            return;
        }
        granted.remove(random.nextInt(granted.size()));
        for (var moved : Grant.movedUp(granted, now)) {
            granted.remove(moved.grant());
            granted.add(grant(moved.grant().source(), moved.from(), moved.to()));
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
        granted.removeIf(grant -> !now.isBefore(Objects.requireNonNull(grant.to())));
    }

    private void assertOpenInARow() {
        var end = now;
        for (var grant :
                granted.stream().sorted(Comparator.comparing(Grant::from)).toList()) {
            assertThat(grant.from()).isBeforeOrEqualTo(end);
            assertThat(Duration.between(grant.from(), Objects.requireNonNull(grant.to())))
                    .isEqualTo(bought.get(grant.source()));
            end = Objects.requireNonNull(grant.to());
        }
    }

    private Grant grant(String source, Instant from, @Nullable Instant to) {
        return new Grant("g" + serial++, "u", PREMIUM, from, to, source, "", Grant.SYSTEM, now, null);
    }
}
