package news.platform.local.up;

import news.platform.local.process.Progress;
import news.platform.local.service.ServiceTable;

/** What a person wants to know when the platform is up. */
final class Welcome {
    private final Assembly assembly;
    private final Progress progress;

    Welcome(Assembly assembly, Progress progress) {
        this.assembly = assembly;
        this.progress = progress;
    }

    void show(boolean edge) {
        ServiceTable table = assembly.table();
        progress.plain("");
        if (edge) {
            String gateway = "http://localhost:" + table.httpPort("gateway").orElseThrow();
            progress.plain("  articles   " + gateway + "/api/v1/articles");
            progress.plain("  API        " + gateway + "/docs  (" + gateway + "/openapi.json)");
            progress.plain("  metrics    http://localhost:"
                    + table.actuatorPort("gateway").orElseThrow() + "/actuator/prometheus");
        }
        progress.plain("  traces     http://localhost:" + assembly.zipkin().port() + "/zipkin/");
        progress.plain("  accounts   reader, editor, moderator, admin (each …@example.com), password "
                + assembly.secrets().password("demo-password"));
        progress.plain("             a fresh token: ./news token editor");
        progress.plain("");
        progress.plain("Up. Ctrl-C, or ./news down, stops everything. ./news help shows more.");
    }
}
