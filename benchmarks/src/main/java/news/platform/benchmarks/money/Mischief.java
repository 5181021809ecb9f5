package news.platform.benchmarks.money;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import news.platform.benchmarks.shop.Sandbox;
import news.platform.local.process.Pause;

/** Has callbacks come late, out of order, several times, never and forged, and the channel itself slow or failing. */
final class Mischief {
    private static final int REPEAT_EACH = 12;

    private final Sandbox sandbox;
    private final Supplier<List<String>> payments;
    private final Random random;
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Integer> forged = new ArrayList<>();
    private int repeated;

    /** @param payments whose callbacks can be forged */
    Mischief(Sandbox sandbox, Supplier<List<String>> payments, long seed) {
        this.sandbox = sandbox;
        this.payments = payments;
        this.random = new Random(seed);
    }

    /** Goes on until it is ended; then everything is told once more, and nothing goes wrong any more. */
    void make() {
        for (int turn = 1; !over.get(); turn++) {
            sandbox.fault(faults());
            forge();
            if (turn % REPEAT_EACH == 0) {
                repeated += sandbox.repeat();
            }
            Pause.of(Duration.ofMillis(1000 + random.nextInt(2000)));
        }
        sandbox.fault(Map.of());
        repeated += sandbox.repeat();
    }

    private Map<String, ?> faults() {
        var mode =
                switch (random.nextInt(10)) {
                    case 0 -> "FAILING";
                    case 1 -> "SLOW";
                    default -> "NORMAL";
                };
        return Map.of(
                "mode",
                mode,
                "slowMillis",
                500,
                "delayMillis",
                random.nextInt(2000),
                "reorderMillis",
                random.nextInt(3000),
                "repeat",
                random.nextInt(3),
                "dropPercent",
                random.nextInt(40));
    }

    private void forge() {
        var known = payments.get();
        if (!known.isEmpty()) {
            forged.addAll(sandbox.forge(known.get(random.nextInt(known.size()))));
        }
    }

    void end() {
        over.set(true);
    }

    /** How many callbacks were told once more. */
    int repeated() {
        return repeated;
    }

    /** With what forged callbacks were answered. */
    List<Integer> forged() {
        return forged;
    }
}
