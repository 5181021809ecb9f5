package news.platform.local.edge;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.platform.local.console.Complaint;

/** {@code ./news manage NAME get|post|delete PATH}: what the runbooks ask of the management of one service. */
public final class ManageCommand {
    private static final Set<String> METHODS = Set.of("get", "post", "delete");

    private final int port;
    private final PrintStream out;

    /** Asks on this port of this machine. */
    public ManageCommand(int port, PrintStream out) {
        this.port = port;
        this.out = out;
    }

    /** Prints what is answered. {@code words}: method and path below /actuator. */
    public void run(List<String> words) {
        if (words.size() != 2 || !METHODS.contains(words.getFirst())) {
            throw new Complaint("expected: ./news manage NAME get|post|delete PATH, for example get deadletters");
        }
        String method = words.getFirst().toUpperCase(Locale.ROOT);
        try (Edge management = new Edge(port, Duration.ZERO, _ -> {})) {
            Reply reply = management.send(
                    method, "/actuator/" + words.getLast(), method.equals("POST") ? "{}" : "", Map.of());
            out.println(reply.body());
            if (!reply.ok()) {
                throw new Complaint("HTTP " + reply.status());
            }
        }
    }
}
