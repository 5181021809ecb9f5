package news.platform.local.up;

import java.util.ArrayList;
import java.util.List;
import news.platform.local.service.ServiceTable;

/** What a person wants to know when the platform is up: the way to each part that was wanted, and to no other. */
final class Welcome {
    private final Assembly assembly;
    private final UpOptions options;

    Welcome(Assembly assembly, UpOptions options) {
        this.assembly = assembly;
        this.options = options;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        boolean edge = options.wants("gateway", true);
        if (edge) {
            edge(lines);
        }
        if (options.wants(assembly.zipkin().name(), false)) {
            lines.add("  traces     http://localhost:" + assembly.zipkin().port() + "/zipkin/");
        }
        if (edge && options.wants("user", false)) {
            lines.add("  accounts   reader, editor, moderator, admin (each …@example.com), password "
                    + assembly.secrets().password("demo-password"));
            lines.add("             a fresh token: ./news token editor");
        }
        lines.add("");
        lines.add("Up. Ctrl-C, or ./news down, stops everything. ./news help shows more.");
        return lines;
    }

    private void edge(List<String> lines) {
        ServiceTable table = assembly.table();
        String host = assembly.listening().reachableHost();
        String gateway = "http://" + (host.equals(Listening.LOCAL.host()) ? "localhost" : host) + ":"
                + table.httpPort("gateway").orElseThrow();
        if (options.wants("content", false)) {
            lines.add("  articles   " + gateway + "/api/v1/articles");
        }
        lines.add("  API        " + gateway + "/docs  (" + gateway + "/openapi.json)");
        lines.add("  metrics    http://localhost:"
                + table.actuatorPort("gateway").orElseThrow() + "/actuator/prometheus");
    }
}
