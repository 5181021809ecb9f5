package news.platform.benchmarks.money;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import news.platform.local.console.Progress;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/** Kills every part that money needs, in an order, at moments and for times that follow from the seed. */
final class Storm {
    private static final List<String> PARTS =
            List.of("payment", "mall", "entitlement", "thirdparty", "content", "gateway", "kafka", "postgres");
    private static final int CALM_MILLIS = 3000;
    private static final int DOWN_MILLIS = 3000;

    private final RunningPlatform platform;
    private final Map<String, Map<String, String>> settings;
    private final Consumer<String> dead;
    private final Progress progress;

    /**
     * @param settings with what services are started beside their own
     * @param dead hears of a part that was killed, before it is started again
     */
    Storm(
            RunningPlatform platform,
            Map<String, Map<String, String>> settings,
            Consumer<String> dead,
            Progress progress) {
        this.platform = platform;
        this.settings = settings;
        this.dead = dead;
        this.progress = progress;
    }

    /** A part that was killed: so long after the beginning, and how long it took until it was ready again. */
    record Strike(String part, double afterSeconds, double downSeconds) {}

    /** Kills each part so often. */
    List<Strike> rage(int rounds, long seed) {
        var random = new Random(seed);
        var strikes = new ArrayList<Strike>();
        long begin = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            var order = new ArrayList<>(PARTS);
            Collections.shuffle(order, random);
            for (var part : order) {
                Pause.of(Duration.ofMillis(random.nextInt(CALM_MILLIS)));
                strikes.add(strike(part, Duration.ofMillis(random.nextInt(DOWN_MILLIS)), begin));
            }
        }
        return strikes;
    }

    private Strike strike(String part, Duration down, long begin) {
        long killed = System.nanoTime();
        platform.kill(part);
        dead.accept(part);
        Pause.of(down);
        platform.start(part, settings.getOrDefault(part, Map.of()));
        var strike = new Strike(part, seconds(killed - begin), seconds(System.nanoTime() - killed));
        progress.line("%s was down for %.1f s".formatted(part, strike.downSeconds()));
        return strike;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
