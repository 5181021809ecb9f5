package news.platform.benchmarks.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.fuzz.Outcome;
import news.platform.fuzz.verdict.Finding;
import news.platform.local.file.Home;

/** A run as text: what was asked, what was answered, what was wrong. */
final class FuzzReport {
    private static final int MOST = 60;

    private static final String TEXT = """
            # Odd requests against the gateway

            %s- seed %d: the same seed asks the same questions of the same platform
            - %,d requests in %.0f s, %.0f/s; rate limits scaled, all parts up

            | status | answers |
            |--:|--:|
            """;

    private FuzzReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, Outcome outcome, List<Finding> findings) {
        return ResultFiles.write(home, "fuzz.md", text(Machine.lines(Machine.facts(home)), outcome, findings));
    }

    static String text(String machine, Outcome outcome, List<Finding> findings) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                TEXT,
                machine,
                outcome.seed(),
                outcome.requests(),
                outcome.took().toMillis() / 1000.0,
                outcome.rate()));
        outcome.statuses()
                .forEach((status, count) ->
                        text.append("| %s | %d |%n".formatted(status == 0 ? "none" : status, count)));
        text.append("\n| operation | requests | successes |\n|---|--:|--:|\n");
        outcome.operations()
                .forEach((name, asked) ->
                        text.append("| %s | %d | %d |%n".formatted(name, asked.requests(), asked.successes())));
        text.append("\n").append(verdict(outcome, findings)).append("\n");
        findings.stream().limit(MOST).forEach(finding -> text.append("\n```\n")
                .append(String.join("\n", finding.lines()))
                .append("\n```\n"));
        return text.toString();
    }

    /** In one line. */
    static String verdict(Outcome outcome, List<Finding> findings) {
        return findings.isEmpty()
                ? "**Verdict: passed.** Every request was answered as it should be, every operation was got through to but those that spend"
                        + " a secret of their caller, and neither the gateway nor a service logged an error."
                : String.format(
                        Locale.ROOT,
                        "**Verdict: failed.** %d kinds of fault, %d answers at fault.",
                        findings.size(),
                        outcome.faults());
    }
}
