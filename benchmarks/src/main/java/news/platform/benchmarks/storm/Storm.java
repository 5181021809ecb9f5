package news.platform.benchmarks.storm;

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

/** Kills parts, in an order, at moments and for times that follow from chance, which follows from a seed. */
public final class Storm {
    private static final int CALM_MILLIS = 3000;
    private static final int DOWN_MILLIS = 3000;

    private final RunningPlatform platform;
    private final Map<String, Map<String, String>> settings;
    private final Consumer<String> dead;
    private final Random random;
    private final Progress progress;
    private final long begin = System.nanoTime();

    /**
     * @param settings with what services are started beside their own
     * @param dead hears of a part that was killed, before it is started again
     */
    public Storm(
            RunningPlatform platform,
            Map<String, Map<String, String>> settings,
            Consumer<String> dead,
            Random random,
            Progress progress) {
        this.platform = platform;
        this.settings = settings;
        this.dead = dead;
        this.random = random;
        this.progress = progress;
    }

    /** A part that was killed: so long after the storm was made, and how long it took until it was ready again. */
    public record Strike(String part, double afterSeconds, double downSeconds) {}

    /** Kills each of the parts so often; one that is named twice, twice as often. */
    public List<Strike> rage(List<String> parts, int rounds) {
        var strikes = new ArrayList<Strike>();
        for (int round = 0; round < rounds; round++) {
            var order = new ArrayList<>(parts);
            Collections.shuffle(order, random);
            for (var part : order) {
                Pause.of(Duration.ofMillis(random.nextInt(CALM_MILLIS)));
                strikes.add(strike(part, Duration.ofMillis(random.nextInt(DOWN_MILLIS))));
            }
        }
        return List.copyOf(strikes);
    }

    private Strike strike(String part, Duration down) {
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
