package news.platform.local.up;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.local.console.Complaint;
import news.platform.local.process.Part;
import news.platform.local.process.PartStatus;
import news.platform.local.process.Supervisor;
import news.platform.local.service.Service;
import news.platform.local.store.Broker;

/** What the running launcher does for a second {@code ./news}. */
final class Commands {
    /** Said after {@code start NAME}: for once the AOT cache of the service is left alone. */
    static final String WITHOUT_AOT_CACHE = "--without-aot-cache";

    /** Said there, before a path: what is on it stands on the class path behind the service's own. */
    static final String BESIDE = "--beside=";

    /** Said there: the service has the compilers of a deployed one (ADR 33). */
    static final String AS_DEPLOYED = "--as-deployed";

    private final Assembly assembly;
    private final Supervisor supervisor;
    private final Training training;
    private final Runnable down;

    Commands(Assembly assembly, Supervisor supervisor, Training training, Runnable down) {
        this.assembly = assembly;
        this.supervisor = supervisor;
        this.training = training;
        this.down = down;
    }

    void handle(List<String> words, PrintStream out) {
        String name = words.size() > 1 ? words.get(1) : "";
        switch (words.getFirst()) {
            case "status" -> status(out);
            case "processes" ->
                supervisor.status().stream()
                        .filter(status -> status.pid() != 0)
                        .forEach(status -> out.println(status.name() + " " + status.pid()));
            case "training" -> {
                if (!training.isOver()) {
                    out.println("yes");
                }
            }
            case "kill" -> {
                supervisor.kill(name);
                out.println("Killed " + name + ", as a crash would.");
            }
            case "stop" -> {
                supervisor.stop(name);
                out.println("Stopped " + name + ".");
            }
            case "start" -> {
                Part part = part(name, words.subList(Math.min(2, words.size()), words.size()));
                supervisor.start(part);
                out.println(name + (isCalled(part) ? " is up; who calls it finds it within ten seconds." : " is up."));
            }
            case "down" -> {
                out.println("Stopping …");
                down.run();
            }
            default -> throw new Complaint("There is no command " + words.getFirst() + ".");
        }
    }

    /** Its callers remember for a while that it was away: breakers, and the edge's last good answers. */
    private static boolean isCalled(Part part) {
        return part instanceof Service service && !service.isEdge();
    }

    /** The part, a service with properties of the form name=value in place of its own extra ones. */
    private Part part(String name, List<String> words) {
        Part known = assembly.part(name)
                .orElseThrow(() -> new Complaint("There is no part " + name + " (there are: "
                        + String.join(
                                ", ", assembly.parts().stream().map(Part::name).toList()) + ")."));
        if (known instanceof Broker broker && words.contains(AS_DEPLOYED)) {
            return broker.asDeployed();
        }
        if (!(known instanceof Service service)) {
            return known;
        }
        List<String> assignments =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        Service changed = assignments.isEmpty() ? service : service.with(properties(assignments));
        Service compiled = words.contains(AS_DEPLOYED) ? changed.asDeployed() : changed;
        Service cached = words.contains(WITHOUT_AOT_CACHE) ? compiled.withoutCache() : compiled;
        return words.stream()
                .filter(word -> word.startsWith(BESIDE))
                .findFirst()
                .map(word -> cached.beside(Path.of(word.substring(BESIDE.length()))))
                .orElse(cached);
    }

    private static Map<String, String> properties(List<String> assignments) {
        Map<String, String> properties = new TreeMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new Complaint(assignment + " (expected: name=value)");
            }
            properties.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return properties;
    }

    private void status(PrintStream out) {
        StatusTable table = new StatusTable();
        for (PartStatus status : supervisor.status()) {
            table.add(status);
        }
        table.print(out);
    }
}
