package news.platform.entitlement.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says of rights, held against random grants at every instant. */
class RightsTest {
    private static final int SPAN = 12;

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void openWhatAnyGrantOpensAndNothingElse(long seed) {
        var random = new Random(seed);
        var granted = granted(random);
        var now = random.nextInt(SPAN);

        var rights = Rights.of(granted, at(now));

        for (int time = now; time <= SPAN + 2; time++) {
            var instant = at(time);
            for (var scope : SCOPES) {
                assertThat(rights.open(scope, instant))
                        .as("%s at %s", scope, time)
                        .isEqualTo(granted.stream()
                                .anyMatch(right -> right.scope().equals(scope) && right.opens(instant)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areTheSameInWhateverOrderTheyWereGranted(long seed) {
        var random = new Random(seed);
        var granted = granted(random);
        var shuffled = new ArrayList<>(granted);
        Collections.shuffle(shuffled, random);
        var repeated = new ArrayList<>(shuffled);
        repeated.addAll(granted);

        assertThat(Rights.of(repeated, at(0))).isEqualTo(Rights.of(granted, at(0)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofOneScopeNeitherOverlapNorTouch(long seed) {
        var all = Rights.of(granted(new Random(seed)), at(0)).all();

        assertThat(IntStream.range(1, all.size())
                        .filter(index -> all.get(index - 1).reaches(all.get(index)))
                        .mapToObj(all::get))
                .isEmpty();
        assertThat(all)
                .isSortedAccordingTo((a, b) -> a.scope().equals(b.scope())
                        ? a.from().compareTo(b.from())
                        : a.scope().toString().compareTo(b.scope().toString()));
    }

    private static final List<Scope> SCOPES = List.of(Scope.of("articles/a"), Scope.of("plans/p"));

    private static List<Right> granted(Random random) {
        return IntStream.range(0, random.nextInt(9))
                .mapToObj(_ -> {
                    var from = random.nextInt(SPAN);
                    return new Right(
                            SCOPES.get(random.nextInt(2)), at(from), random.nextInt(6) == 0 ? null : end(random, from));
                })
                .toList();
    }

    private static @Nullable Instant end(Random random, int from) {
        return at(from + 1 + random.nextInt(4));
    }

    private static Instant at(int time) {
        return Instant.EPOCH.plusSeconds(time);
    }
}
