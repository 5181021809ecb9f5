package news.platform.local.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.platform.local.process.Home;
import news.platform.local.process.Http;
import news.platform.local.process.Part;

/** One service, or the gateway, as a JVM of its own. */
public final class Service implements Part {
    private static final int SERVICES = 3;
    private static final int EDGE = 4;

    private final Home home;
    private final String java;
    private final ServiceRow row;
    private final Wiring wiring;
    private final Map<String, String> extra;
    private final UnpackedJar jar;
    private final Cache cache;

    /** What becomes of the AOT cache. */
    private enum Cache {
        USED,
        MADE,
        IGNORED
    }

    Service(Home home, String java, ServiceRow row, Wiring wiring, Map<String, String> extra) {
        this(home, java, row, wiring, extra, Cache.USED);
    }

    private Service(Home home, String java, ServiceRow row, Wiring wiring, Map<String, String> extra, Cache cache) {
        this.home = home;
        this.java = java;
        this.row = row;
        this.wiring = wiring;
        this.extra = Map.copyOf(extra);
        this.jar = new UnpackedJar(home, java, row);
        this.cache = cache;
    }

    /** The same service with these properties beside its own. */
    public Service with(Map<String, String> properties) {
        return new Service(home, java, row, wiring, properties, Cache.USED);
    }

    /** The same service, but writing down what it loads and runs, for the AOT cache that the JVM makes as it ends. */
    public Service training() {
        return new Service(home, java, row, wiring, extra, Cache.MADE);
    }

    /** The same service, as slow to start as it would be without its AOT cache. */
    public Service withoutCache() {
        return new Service(home, java, row, wiring, extra, Cache.IGNORED);
    }

    /** True when an AOT cache is to be made before it is started for good. */
    public boolean wantsTraining() {
        jar.unpack();
        return jar.wantsTraining();
    }

    /** Whether the training has brought a cache; if not, it is not tried again before the next build. */
    public boolean trained() {
        if (!jar.hasCache()) {
            jar.giveUpTraining();
        }
        return jar.hasCache();
    }

    /** Readers do not wait for it: it may start when they are served already. */
    public boolean isSeldomCalled() {
        return row.compiler() == ServiceRow.Compiler.FAST_START;
    }

    /** True for the one that clients talk to. */
    public boolean isEdge() {
        return row.managementPort() != 0;
    }

    @Override
    public String name() {
        return row.name();
    }

    @Override
    public int rank() {
        return isEdge() ? EDGE : SERVICES;
    }

    @Override
    public int port() {
        return row.httpPort();
    }

    @Override
    public List<Integer> ports() {
        return row.ports();
    }

    @Override
    public void prepare() {
        jar.unpack();
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                java,
                mark(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx" + row.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (row.compiler() == ServiceRow.Compiler.FAST_START) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        if (cache == Cache.MADE) {
            command.add("-XX:AOTCacheOutput=" + jar.cache());
        } else if (cache == Cache.USED && jar.hasCache()) {
            command.add("-XX:AOTCache=" + jar.cache());
        }
        command.add("-jar");
        command.add(jar.jar().toString());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_APPLICATION_JSON",
                wiring.asJson(row, extra),
                "NEWS_POLICY_FILE",
                home.policies().toString(),
                "MALLOC_ARENA_MAX",
                "2",
                "TZ",
                "UTC");
    }

    @Override
    public String mark() {
        return home.mark(row.name());
    }

    /** Making the cache is the last thing that a trained JVM does. */
    @Override
    public Duration stopLimit() {
        return cache == Cache.MADE ? Duration.ofMinutes(3) : Duration.ofSeconds(20);
    }

    @Override
    public boolean ready() {
        return Http.status("http://127.0.0.1:" + row.actuatorPort() + "/actuator/health/readiness") == 200;
    }
}
