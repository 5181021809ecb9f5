package news.platform.local.store;

import java.util.List;
import java.util.Map;
import news.platform.local.file.Home;
import news.platform.local.process.Part;
import news.platform.local.process.Ports;

/** Where traces are collected and looked at; in memory, so they end with it. */
public final class Zipkin implements Part {
    private final Home home;
    private final String java;
    private final int port;

    public Zipkin(Home home, String java, int port) {
        this.home = home;
        this.java = java;
        this.port = port;
    }

    /** What {@code management.tracing.export.zipkin.endpoint} takes. */
    public String endpoint() {
        return "http://127.0.0.1:" + port + "/api/v2/spans";
    }

    @Override
    public String name() {
        return "zipkin";
    }

    @Override
    public int rank() {
        return 2;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() {}

    @Override
    public List<String> command() {
        return List.of(
                java,
                home.mark(name()),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                home.app().resolve("zipkin").resolve("zipkin.jar").toString(),
                // a list is taken whole from one place, so port and protocol too
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + port,
                "--armeria.ports[0].protocols[0]=http");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("MEM_MAX_SPANS", "50000", "MALLOC_ARENA_MAX", "2");
    }

    @Override
    public String mark() {
        return home.mark(name());
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }
}
