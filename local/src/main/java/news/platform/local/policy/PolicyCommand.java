package news.platform.local.policy;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.local.console.Complaint;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;

/** {@code ./news policy set METHOD FIELD VALUE | list | clear [METHOD]}. The services judge, this tells what they said. */
public final class PolicyCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Overrides overrides;
    private final List<PolicyState> services;
    private final PrintStream out;

    /** @param actuatorPorts by name of the service */
    public PolicyCommand(Home home, Map<String, Integer> actuatorPorts, PrintStream out) {
        this(
                new Overrides(home.policies()),
                actuatorPorts.entrySet().stream()
                        .map(service -> PolicyState.at(service.getKey(), service.getValue()))
                        .toList(),
                out);
    }

    PolicyCommand(Overrides overrides, List<PolicyState> services, PrintStream out) {
        this.overrides = overrides;
        this.services = services;
        this.out = out;
    }

    /** Runs it. */
    public void run(List<String> words) {
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "list" -> list();
            case "set" -> set(words.subList(1, words.size()));
            case "clear" -> clear(words.size() > 1 ? words.get(1) : "");
            default ->
                throw new Complaint(
                        "Say what to do: ./news policy set METHOD FIELD VALUE, list, or clear [METHOD]; METHOD is"
                                + " package.Service/Method.");
        }
    }

    private void list() {
        Map<String, String> lines = overrides.lines();
        lines.forEach((name, value) -> out.println(name + "=" + value));
        if (lines.isEmpty()) {
            out.println("Nothing is overridden.");
        }
    }

    private void set(List<String> words) {
        if (words.size() != 3 || !words.getFirst().contains("/")) {
            throw new Complaint("expected: ./news policy set package.Service/Method FIELD VALUE");
        }
        Map<String, String> lines = overrides.lines();
        lines.put(
                Overrides.word("method", words.getFirst()) + "." + Overrides.word("field", words.get(1)),
                Overrides.word("value", words.get(2)));
        take(lines);
    }

    private void clear(String method) {
        Map<String, String> lines = overrides.lines();
        lines.keySet().removeIf(name -> method.isEmpty() || name.startsWith(method + "."));
        take(lines);
    }

    /** Writes the file and waits for what the services that run say; what one of them refuses is taken back. */
    private void take(Map<String, String> lines) {
        Map<String, String> before = overrides.lines();
        Map<String, String> refusals = new TreeMap<>();
        services.forEach(service -> refusals.put(service.name(), service.look().refusedAt()));
        overrides.write(lines);
        List<String> followed = new ArrayList<>();
        for (PolicyState service : services) {
            if (follows(service, lines, refusals.getOrDefault(service.name(), ""), before)) {
                followed.add(service.name());
            }
        }
        out.println(
                followed.isEmpty()
                        ? "Written; no service runs, each reads it as it starts."
                        : "In force at " + String.join(", ", followed) + ".");
    }

    /** False where the service does not run. */
    private boolean follows(
            PolicyState service, Map<String, String> lines, String refusedBefore, Map<String, String> before) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        PolicyState.Seen seen = service.look();
        while (seen.up() && !seen.overrides().equals(lines)) {
            if (!seen.refusedAt().equals(refusedBefore)) {
                overrides.write(before);
                throw new Complaint("Refused by " + service.name() + ", nothing has changed: " + seen.refusal());
            }
            if (System.nanoTime() > deadline) {
                throw new Complaint(service.name() + " did not take it over within " + PATIENCE.toSeconds()
                        + " s: see ./news logs " + service.name() + ".");
            }
            Pause.of(PAUSE);
            seen = service.look();
        }
        return seen.up();
    }
}
