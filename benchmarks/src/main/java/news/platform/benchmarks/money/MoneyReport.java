package news.platform.benchmarks.money;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.shop.Books.Charge;
import news.platform.benchmarks.shop.Books.Refund;
import news.platform.local.file.Home;

/** A run as text. */
final class MoneyReport {
    private static final int MOST = 40;
    private static final String TEXT = """
            # %,d purchases while everything that they need is killed, seed %d

            %s- buyers order, pay in the sandbox, cancel, pay too late, twice, or never; some of what was paid is given back, in part or all
              of it; each request is repeated under its key until it is answered
            - a part is killed (`kill -9`) at random moments and started again; the sandbox tells late, out of order, several times, never and
              forged, and is slow or fails

            The purchases took %.0f s; %.0f s later everything was settled. The sandbox was paid %d times and gave back %d times. Requests
            were sent again %,d times, callbacks told once more %,d times; %d forged ones were answered %s. %,d lines of logs were searched.

            | what became of them | |
            |---|--:|
            %s
            | orders at the end | |
            |---|--:|
            %s
            | killed | at s | down for s |
            |---|--:|--:|
            %s
            %s
            """;

    private MoneyReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, MoneyRun run) {
        return ResultFiles.write(
                home, "money-chaos-" + run.seed() + ".md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, MoneyRun run) {
        var books = run.picture().books();
        var statuses = new TreeMap<>(
                run.forged().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        var states = new TreeMap<>(run.picture().orders().stream()
                .collect(Collectors.groupingBy(Picture.Order::state, Collectors.counting())));
        return String.format(
                Locale.ROOT,
                TEXT,
                run.purchases(),
                run.seed(),
                machine,
                run.seconds(),
                run.settledSeconds(),
                books.charges().stream().filter(Charge::paid).count(),
                books.refunds().stream().filter(Refund::succeeded).count(),
                run.repetitions(),
                run.repeated(),
                run.forged().size(),
                statuses,
                run.logLines(),
                rows(run.outcomes()),
                rows(states),
                run.strikes().stream()
                        .map(strike -> String.format(
                                Locale.ROOT,
                                "| %s | %.0f | %.1f |%n",
                                strike.part(),
                                strike.afterSeconds(),
                                strike.downSeconds()))
                        .collect(Collectors.joining()),
                verdict(run.complaints()));
    }

    private static String rows(Map<String, ? extends Number> counts) {
        return counts.entrySet().stream()
                .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |\n")
                .collect(Collectors.joining());
    }

    /** In short. */
    static String verdict(List<String> complaints) {
        return complaints.isEmpty()
                ? "**Verdict: unharmed.** Every order has ended; what was paid is open or back, and nothing else is; the ledger is what"
                        + " the channel has, to the last unit; no limit was passed, and no log tells a secret."
                : "**Verdict: harmed.** " + complaints.size() + " differences:\n\n"
                        + complaints.stream()
                                .limit(MOST)
                                .map(complaint -> "- " + complaint)
                                .collect(Collectors.joining("\n"));
    }
}
