package news.platform.benchmarks.soak;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.measure.Sample;
import news.platform.benchmarks.measure.Vitals;
import news.platform.local.file.Home;

/** A soak as one row a minute, and what it says. */
final class SoakReport {
    private static final double MEGABYTE = 1e6;
    /** More than this part of what there was counts as growth. */
    private static final double GROWTH = 0.05;

    private static final String TEXT = """
            # The gateway under full load for %d minutes

            %s- closed loop: wrk, 1 thread, 64 connections, in turns of 10 s; of a hundred requests 50 for an article of %d bytes,
              25 for the same with a token, 24 for a list of %d bytes, all cached; one for a list under a key never asked for
            - old generation: what it held after the last collection, garbage of its own included; live: what a full collection
              left, made after minute %d and at the end
            - everything on this one machine, load generator included; limits on (scaled), metrics and tracing on

            | minute | requests/s | p99 ms | failures | RSS MB | old generation MB | allocated MB/s | allocated B a request | pauses ms | threads |
            |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    private final Home home;

    SoakReport(Home home) {
        this.home = home;
    }

    /** Writes the file. Returns its path. */
    Path write(Sample sample, Soak soak) {
        return ResultFiles.write(home, "soak.md", text(Machine.lines(Machine.facts(home)), sample, soak));
    }

    static String text(String machine, Sample sample, Soak soak) {
        StringBuilder text = new StringBuilder(TEXT.formatted(
                soak.minutes(), machine, sample.article().length, sample.list().length, soak.settledMinute()));
        for (int minute = 1; minute <= soak.minutes(); minute++) {
            text.append(row(minute, soak)).append('\n');
        }
        return text.append('\n')
                .append(verdict(soak))
                .append("\n\n")
                .append(open(soak.open()))
                .append('\n')
                .toString();
    }

    private static String row(int minute, Soak soak) {
        List<SoakSample> samples = soak.minute(minute);
        double seconds = samples.stream()
                .mapToDouble(sample ->
                        sample.shot().requests() / Math.max(1, sample.shot().rate()))
                .sum();
        Vitals last = samples.getLast().after();
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.2f | %d | %.0f | %.1f | %.1f | %.0f | %.0f | %d |",
                minute,
                Soak.requests(samples) / Math.max(1, seconds),
                samples.stream()
                        .mapToDouble(sample -> sample.shot().p99Millis())
                        .max()
                        .orElse(0),
                samples.stream().mapToLong(sample -> sample.shot().failures()).sum(),
                last.residentBytes() / MEGABYTE,
                last.oldBytes() / MEGABYTE,
                samples.stream().mapToDouble(SoakSample::allocatedBytes).sum() / Math.max(1, seconds) / MEGABYTE,
                soak.allocatedPerRequest(minute),
                samples.stream().mapToDouble(SoakSample::pauseMillis).sum(),
                last.threads());
    }

    private static String verdict(Soak soak) {
        int from = soak.settledMinute();
        double resident = soak.settled().getFirst().before().residentBytes();
        double minutes = soak.settled().size() / 6.0;
        boolean grows = soak.liveAtEnd() - soak.liveSettled() > GROWTH * soak.liveSettled()
                || soak.residentSlope() * minutes > GROWTH * resident;
        return String.format(
                Locale.ROOT,
                "**Verdict: memory %s.** From minute %d to %d the live heap went from %.1f to %.1f MB (%+.1f MB), RSS by "
                        + "%+.1f MB (%+.2f MB a minute, least squares); a request allocated %.0f B in minute %d and %.0f B "
                        + "in minute %d; %d of %d requests failed.",
                grows ? "grows" : "is level",
                from,
                soak.minutes(),
                soak.liveSettled() / MEGABYTE,
                soak.liveAtEnd() / MEGABYTE,
                (soak.liveAtEnd() - soak.liveSettled()) / MEGABYTE,
                soak.residentSlope() * minutes / MEGABYTE,
                soak.residentSlope() / MEGABYTE,
                soak.allocatedPerRequest(from),
                from,
                soak.allocatedPerRequest(soak.minutes()),
                soak.minutes(),
                soak.failures(),
                Soak.requests(soak.samples()));
    }

    private static String open(Tail tail) {
        return String.format(
                Locale.ROOT,
                "Then the open loop at half of that rate, the same mix, %.0f requests/s: p50 %.2f, p99 %.2f, p99.9 %.2f, "
                        + "max %.1f ms, %d failures; the generator itself was held up for at most %.1f ms.",
                tail.rate(),
                tail.p50Millis(),
                tail.p99Millis(),
                tail.p999Millis(),
                tail.maxMillis(),
                tail.failures(),
                tail.heldUpMillis());
    }
}
