package news.platform.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import news.platform.benchmarks.load.OpenLoop;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.load.Wrk;
import news.platform.benchmarks.measure.Sample;
import news.platform.benchmarks.measure.Vitals;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.file.TemporaryFolder;
import news.platform.local.up.RunningPlatform;

/**
 * {@code ./news bench soak}: full load for minutes, to see what grows. Of a hundred requests 50 are for an article, 25
 * for the same with a token, 24 for a list, and one is for a list under a key that nobody has asked for.
 */
public final class SoakBenchmark {
    private static final int SECONDS = 10;
    private static final int SAMPLES_A_MINUTE = 6;
    private static final int OPEN_SECONDS = 30;
    private static final int ARTICLES = 50;
    private static final int WITH_TOKEN = 25;
    private static final int LISTS = 24;

    private final Home home;
    private final RunningPlatform platform;
    private final int minutes;
    private final Progress progress;

    public SoakBenchmark(Home home, RunningPlatform platform, int minutes, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.minutes = minutes;
        this.progress = progress;
    }

    /** Runs it and writes the file. */
    public void run() {
        try (TemporaryFolder folder = TemporaryFolder.create("news-bench")) {
            run(Wrk.in(folder.path()));
        }
    }

    private void run(Wrk wrk) {
        try (Edge gateway = new Edge(platform.port(), Duration.ofSeconds(20), _ -> {});
                Edge metrics = new Edge(platform.actuatorPort(), Duration.ofSeconds(20), _ -> {})) {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            Sample sample = Sample.pick(gateway);
            Soak soak = soak(wrk, sample, metrics);
            progress.line("written: " + new SoakReport(home).write(sample, soak));
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private Soak soak(Wrk wrk, Sample sample, Edge metrics) {
        List<SoakSample> samples = new ArrayList<>();
        double liveSettled = 0;
        for (int minute = 1; minute <= minutes; minute++) {
            List<SoakSample> fresh = minute(minute, wrk, mix(sample), metrics);
            samples.addAll(fresh);
            say(fresh);
            if (minute == Soak.settledMinute(minutes)) {
                liveSettled = Vitals.liveBytes(platform, metrics);
            }
        }
        double liveAtEnd = Vitals.liveBytes(platform, metrics);
        Soak closed = new Soak(samples, liveSettled, liveAtEnd, Tail.NONE);
        Tail open = OpenLoop.run(platform.port(), mix(sample), closed.settledRate() / 2, OPEN_SECONDS);
        return new Soak(samples, liveSettled, liveAtEnd, open);
    }

    private List<SoakSample> minute(int minute, Wrk wrk, List<Scenario> mix, Edge metrics) {
        List<SoakSample> samples = new ArrayList<>();
        Vitals before = Vitals.read(platform, metrics);
        for (int i = 0; i < SAMPLES_A_MINUTE; i++) {
            Shot shot = wrk.run(platform.port(), mix, SECONDS);
            Vitals after = Vitals.read(platform, metrics);
            samples.add(new SoakSample(minute, shot, before, after));
            before = after;
        }
        return samples;
    }

    private void say(List<SoakSample> minute) {
        SoakSample last = minute.getLast();
        progress.line(String.format(
                Locale.ROOT,
                "minute %2d %8.0f/s  %4d MB resident  %d failures",
                last.minute(),
                last.shot().rate(),
                last.after().residentBytes() / 1_000_000,
                minute.stream().mapToLong(sample -> sample.shot().failures()).sum()));
    }

    /** With a token of its own each time, because tokens live for ten minutes; always in the same order. */
    private List<Scenario> mix(Sample sample) {
        String bearer = "Authorization: Bearer " + platform.token("reader");
        List<Scenario> mix = new ArrayList<>();
        mix.addAll(Collections.nCopies(ARTICLES, sample.article("article", List.of(), 0)));
        mix.addAll(Collections.nCopies(WITH_TOKEN, sample.article("article, with a token", List.of(bearer), 0)));
        mix.addAll(Collections.nCopies(LISTS, sample.list("list", 0)));
        mix.add(sample.coldList("list, cold key"));
        Collections.shuffle(mix, new Random(mix.size()));
        return mix;
    }
}
