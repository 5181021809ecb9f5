package news.platform.benchmarks.purchases;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.file.Home;

/** A run as text. */
final class PurchasesReport {
    private static final String TEXT = """
            # Purchases

            %s- a purchase is an order of a membership, a payment of it and the payer's click, through the gateway; 200 buyers; the sandbox
              answers and tells at once
            - purchases begin at times that do not depend on the answers; each rate for %d s, the last for %d s
            - compilers: %s; before anything counts %d s in all at %s a second
            - a rate holds where none fails, p99 of POST /payments is below %.0f ms, and all that was paid for is open within 5 s of the last one

            | a second | POST /orders p50, p99 ms | POST /payments p50, p99 ms | failed | all open s later | holds |
            |--:|--:|--:|--:|--:|---|
            %s
            What a purchase costs at the last rate, in milliseconds of a processor: %s.

            %s
            """;

    private PurchasesReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, PurchasesPace pace, List<Step> steps, Step last) {
        return ResultFiles.write(home, "purchases.md", text(Machine.lines(Machine.facts(home)), pace, steps, last));
    }

    static String text(String machine, PurchasesPace pace, List<Step> steps, Step last) {
        var rows = new StringBuilder();
        steps.forEach(step -> rows.append(row(step)));
        rows.append(row(last));
        return String.format(
                Locale.ROOT,
                TEXT,
                machine,
                pace.stepSeconds(),
                pace.seconds(),
                pace.deployed() ? "as deployed, in every service" : "as ./news up has them",
                pace.warmUpSeconds(),
                PurchasesPace.WARM_UP_RATES.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                Step.LIMIT_MILLIS,
                rows,
                costs(last),
                verdict(pace, last));
    }

    private static String row(Step step) {
        return String.format(
                Locale.ROOT,
                "| %.0f | %.0f, %.0f | %.0f, %.0f | %d | %s | %s |%n",
                step.rate(),
                step.orders().p50Millis(),
                step.orders().p99Millis(),
                step.payments().p50Millis(),
                step.payments().p99Millis(),
                step.failures(),
                step.fulfilledSeconds() < 0 ? "never" : String.format(Locale.ROOT, "%.1f", step.fulfilledSeconds()),
                step.holds() ? "yes" : "no");
    }

    private static String costs(Step step) {
        double all = step.cpuMicros().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        var parts = new StringBuilder();
        step.cpuMicros().entrySet().stream()
                .filter(cost -> cost.getValue() > all / 100)
                .sorted((one, other) -> Double.compare(other.getValue(), one.getValue()))
                .forEach(cost ->
                        parts.append(String.format(Locale.ROOT, "%s %.1f, ", cost.getKey(), cost.getValue() / 1000)));
        return parts + String.format(Locale.ROOT, "all %.1f", all / 1000);
    }

    /** In one line. */
    static String verdict(PurchasesPace pace, Step last) {
        return String.format(
                Locale.ROOT,
                last.holds()
                        ? "**Verdict: %.0f purchases a second hold for %d s**, p99 of POST /payments %.0f ms (aim: 80 a second, < 300 ms)."
                        : "**Verdict: %.0f purchases a second do not hold for %d s**, p99 of POST /payments %.0f ms (aim: 80 a second, < 300 ms).",
                last.rate(),
                pace.seconds(),
                last.payments().p99Millis());
    }
}
