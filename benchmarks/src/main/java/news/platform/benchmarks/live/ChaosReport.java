package news.platform.benchmarks.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.publish.Audit;
import news.platform.local.file.Home;

/** A run as text. */
final class ChaosReport {
    private static final String TEXT = """
            # Live news to %d clients while parts are killed, seed %d

            %s- clients share six filters that have no live in common and come back with Last-Event-ID; two lives a second are
              published through the editors' API, each tried under one Idempotency-Key until it is answered
            - a part is killed (`kill -9`) at random moments, and started again some seconds later
            - served again: from the part's readiness until the last client has heard something that was published since

            %d lives, %d events to clients, of which %d were missed, %d came again, %d came behind a later one and %d were not
            asked for; %d lives were published twice. %d streams broke and were resumed, %d were reset; other answers to clients
            that came back: %s.

            | killed | at s | down for s | served again after s |
            |---|--:|--:|--:|
            """;

    private ChaosReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, ChaosRun run) {
        return ResultFiles.write(home, "live-chaos.md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, ChaosRun run) {
        Audit audit = run.audit();
        StringBuilder text = new StringBuilder(TEXT.formatted(
                run.clients(),
                run.seed(),
                machine,
                audit.lives(),
                audit.deliveries(),
                audit.missed(),
                audit.repeated(),
                audit.disordered(),
                audit.foreign(),
                audit.doubled(),
                run.heard().breaks(),
                run.heard().resets(),
                run.heard().refusals().isEmpty() ? "none" : run.heard().refusals()));
        for (Strike strike : run.strikes()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.1f | %s |%n",
                    strike.part(),
                    strike.afterSeconds(),
                    strike.downSeconds(),
                    strike.unserved() == 0
                            ? String.format(Locale.ROOT, "%.1f", strike.servedSeconds())
                            : strike.unserved() + " clients never"));
        }
        return text.append('\n').append(verdict(run.complaints())).append('\n').toString();
    }

    /** In one line. */
    static String verdict(List<String> complaints) {
        return complaints.isEmpty()
                ? "**Verdict: unharmed.** No client missed, heard twice or out of order anything, and all were soon served again."
                : "**Verdict: harmed.** " + String.join("; ", complaints) + ".";
    }
}
