package news.platform.benchmarks.market;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.file.Home;

/** A run as text. */
final class MarketReport {
    private static final String TEXT = """
            # Prices: 120 instruments, 2,000 ticks a second, %d clients

            %s- the replay vendor sends every 50 ms; each client looks at %d symbols by chance
            - a minute of the clock is compared; market-service is killed (`kill -9`) in its middle and started again

            **Candles.** %,d ticks stood in the topic in that minute; %d candles of a minute were computed from them beside the service
            and compared with what the edge answers, to the last digit: %s.

            **Quotes.** %,d events with %,d new prices outside the crash, between the tick's time and the client's reading: p50 %d ms,
            p99 %d ms, at most %d ms; %d were older than 500 ms. %,d quotes more had a price that their client knew, and a new volume.

            **Crash.** Down for %.1f s; the last client was shown something %.1f s after the service was ready; %d were not, %d streams
            broke.

            | part | cores | MB at the beginning | MB at the end |
            |---|--:|--:|--:|
            """;

    private MarketReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, MarketRun run) {
        return ResultFiles.write(home, "market.md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, MarketRun run) {
        MarketRun.Shown shown = run.calm();
        MarketRun.Crash crash = run.crash();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                TEXT,
                run.clients(),
                machine,
                run.symbolsEach(),
                run.ticks(),
                run.candles(),
                run.wrong().isEmpty() ? "all are the same" : run.wrong().size() + " differ",
                shown.events(),
                shown.quotes(),
                shown.p50Millis(),
                shown.p99Millis(),
                shown.maxMillis(),
                shown.older(),
                shown.again(),
                crash.downSeconds(),
                crash.servedSeconds(),
                crash.unserved(),
                crash.breaks()));
        run.cores().forEach((part, cores) -> {
            List<Long> megabytes = run.megabytes().getOrDefault(part, List.of());
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %s |%n",
                    part,
                    cores,
                    megabytes.isEmpty() ? " | " : megabytes.getFirst() + " | " + megabytes.getLast()));
        });
        return text.append('\n').append(verdict(run.complaints())).append('\n').toString();
    }

    /** In one line. */
    static String verdict(List<String> complaints) {
        return complaints.isEmpty()
                ? "**Verdict: exact and in time.**"
                : "**Verdict: not as it should be.** " + String.join("; ", complaints) + ".";
    }
}
