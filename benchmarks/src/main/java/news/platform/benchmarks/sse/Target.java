package news.platform.benchmarks.sse;

import java.time.Duration;
import java.util.List;

/**
 * What clients connect to on this machine.
 *
 * @param hosts addresses of servers with the same streams
 * @param paths one for each topic; clients are shared out among them
 * @param stay how long a client stays with a server before it goes to the next one; zero is for good
 */
public record Target(List<String> hosts, int port, List<String> paths, Duration stay) {
    /** One server. */
    public Target(int port, List<String> paths) {
        this(List.of("127.0.0.1"), port, paths, Duration.ZERO);
    }

    /** The same streams of several servers, among which each client alternates. */
    public Target among(List<String> servers, Duration staying) {
        return new Target(servers, port, paths, staying);
    }

    String host(int turn) {
        return hosts.get(turn % hosts.size());
    }

    int topic(int client) {
        return client % paths.size();
    }

    String path(int client) {
        return paths.get(topic(client));
    }

    boolean alternates() {
        return !stay.isZero();
    }
}
