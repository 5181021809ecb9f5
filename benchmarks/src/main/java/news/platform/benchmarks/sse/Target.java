package news.platform.benchmarks.sse;

import java.util.List;

/**
 * What clients connect to on this machine.
 *
 * @param paths one for each topic; clients are shared out among them
 */
public record Target(int port, List<String> paths) {
    int topic(int client) {
        return client % paths.size();
    }

    String path(int client) {
        return paths.get(topic(client));
    }
}
