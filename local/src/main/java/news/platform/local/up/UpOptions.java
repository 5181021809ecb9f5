package news.platform.local.up;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.platform.local.console.Complaint;

/**
 * What was said after {@code ./news up}.
 *
 * @param only the services to start beside the edge; empty means all
 * @param without parts to leave out
 * @param listening where
 * @param edgeProperties what the edge is told beside its own, e.g. the scale of the rate limits
 */
public record UpOptions(
        Set<String> only, Set<String> without, Listening listening, Map<String, String> edgeProperties) {
    private static final int HIGHEST_OFFSET = 50_000;
    /** What news are written, read and found with. */
    private static final List<String> LIGHT = List.of("user", "content", "livenews", "search", "thirdparty");

    /** Reads them. Complains about what it does not know. */
    public static UpOptions parse(List<String> arguments) {
        Set<String> only = new TreeSet<>();
        Set<String> without = new TreeSet<>();
        Map<String, String> edge = new TreeMap<>();
        Listening listening = Listening.LOCAL;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (option.equals("--light")) {
                only.addAll(LIGHT);
                without.add("zipkin");
                continue;
            }
            if (!rest.hasNext()) {
                throw new Complaint(option + " takes a value: see ./news help.");
            }
            String value = rest.next();
            switch (option) {
                case "--only" -> only.addAll(names(value));
                case "--without" -> without.addAll(names(value));
                case "--host" -> listening = listening.on(host(value));
                case "--port-offset" -> listening = listening.moved(offset(value));
                case "--rate-scale" -> edge.put("news.gateway.guard.rate-scale", scale(value));
                default -> throw new Complaint("There is no option " + option + ": see ./news help.");
            }
        }
        return new UpOptions(Set.copyOf(only), Set.copyOf(without), listening, Map.copyOf(edge));
    }

    /** Whether a service is started. */
    boolean wants(String name, boolean edge) {
        return !without.contains(name) && (only.isEmpty() || edge || only.contains(name));
    }

    /** Whether the sample of a service can be loaded: by an editor with an account, through the edge. */
    boolean wantsSample(String service) {
        return wants(service, false) && wants("user", false) && wants("gateway", true);
    }

    /** Whether AOT caches are made where there are none. */
    boolean wantsTraining() {
        return !without.contains("training");
    }

    private static List<String> names(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).toList();
    }

    private static String host(String value) {
        try {
            InetAddress address = InetAddress.ofLiteral(value);
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address.getHostAddress();
            }
        } catch (IllegalArgumentException | SocketException _) {
            // said below
        }
        throw new Complaint("--host: " + value + " (expected: an IP address of this machine; 0.0.0.0 for all)");
    }

    private static int offset(String value) {
        try {
            int offset = Integer.parseInt(value);
            if (offset >= 0 && offset <= HIGHEST_OFFSET) {
                return offset;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Complaint("--port-offset: " + value + " (expected: 0 to " + HIGHEST_OFFSET + ")");
    }

    private static String scale(String value) {
        try {
            if (Double.parseDouble(value) > 0) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Complaint("--rate-scale: " + value + " (expected: a number > 0)");
    }
}
