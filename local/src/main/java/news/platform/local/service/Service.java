package news.platform.local.service;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.local.edge.Http;
import news.platform.local.file.Home;
import news.platform.local.process.Part;
import news.platform.topology.Compiler;
import news.platform.topology.ServiceEntry;

/** One service, or the gateway, as a JVM of its own. */
public final class Service implements Part {
    private static final String ARTICLES = "content";
    private static final int SERVICES = 3;
    private static final int EDGE = 4;
    private static final int CARRIERS = 3 * Runtime.getRuntime().availableProcessors();
    private static final int SELDOM_CALLED = 16;
    private static final int OFTEN_CALLED = 48;
    /** Ten times the JDK's thresholds of its optimising compiler (ADR 31). */
    private static final List<String> LATER_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final Home home;
    private final String java;
    private final ServiceTable table;
    private final ServiceEntry entry;
    private final Wiring wiring;
    private final Map<String, String> extra;
    private final UnpackedJar jar;
    private final Cache cache;
    private final Optional<Path> beside;

    /** What becomes of the AOT cache. */
    private enum Cache {
        USED,
        RECORDED,
        IGNORED
    }

    Service(Home home, String java, ServiceTable table, ServiceEntry entry, Wiring wiring) {
        this(home, java, table, entry, wiring, Map.of(), Cache.USED, Optional.empty());
    }

    private Service(
            Home home,
            String java,
            ServiceTable table,
            ServiceEntry entry,
            Wiring wiring,
            Map<String, String> extra,
            Cache cache,
            Optional<Path> beside) {
        this.home = home;
        this.java = java;
        this.table = table;
        this.entry = entry;
        this.wiring = wiring;
        this.extra = Map.copyOf(extra);
        this.jar = new UnpackedJar(home, java, entry);
        this.cache = cache;
        this.beside = beside;
    }

    /** The same service with these properties beside its own. */
    public Service with(Map<String, String> properties) {
        return new Service(home, java, table, entry, wiring, properties, Cache.USED, beside);
    }

    /** The same service, which writes down what it loads and runs where this build has no AOT cache yet. */
    public Service recording() {
        jar.unpack();
        return new Service(
                home, java, table, entry, wiring, extra, jar.wantsTraining() ? Cache.RECORDED : Cache.USED, beside);
    }

    /** The same service, as slow to start as it would be without its AOT cache. */
    public Service withoutCache() {
        return new Service(home, java, table, entry, wiring, extra, Cache.IGNORED, beside);
    }

    /** The same service with these classes behind its own, which its AOT cache does not know. */
    public Service beside(Path classes) {
        return new Service(home, java, table, entry, wiring, extra, Cache.IGNORED, Optional.of(classes));
    }

    /** Whether its process is to be asked for an AOT cache while it runs. */
    public boolean isRecording() {
        return cache == Cache.RECORDED;
    }

    /** Whether the training has brought a cache; if not, it is not tried again before the next build. */
    public boolean trained() {
        if (!jar.hasCache()) {
            jar.giveUpTraining();
        }
        return jar.hasCache();
    }

    /** Whether articles are read through it: the others may start when readers are served already. */
    public boolean servesArticles() {
        return isEdge() || name().equals(ARTICLES);
    }

    /** Whether it is the one that people have accounts with. */
    public boolean issuesTokens() {
        return name().equals(table.tokenIssuer());
    }

    /** True for the one that clients talk to. */
    public boolean isEdge() {
        return entry.isGateway();
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public int rank() {
        return isEdge() ? EDGE : SERVICES;
    }

    @Override
    public int port() {
        return isEdge() ? table.httpPort(entry) : table.actuatorPort(entry);
    }

    @Override
    public List<Integer> ports() {
        return table.ports(entry);
    }

    @Override
    public boolean preferred() {
        return isEdge();
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
                "-Xmx" + entry.heapMegabytes() + "m",
                // one carrier a processor, the JDK's choice, leaves processors idle while a carrier is in the kernel
                "-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (isEdge()) {
            // memory that is first touched under load makes a collection of some ms one of several hundred
            command.addAll(List.of(
                    "-Xms224m",
                    "-XX:NewSize=118m",
                    "-XX:+AlwaysPreTouch",
                    "-XX:+UseTransparentHugePages",
                    // what a full collection leaves free of the old generation, at once: the JDK's choice, two fifths
                    // to
                    // seven tenths in four steps, keeps a crowd's heap
                    "-XX:MinHeapFreeRatio=20",
                    "-XX:MaxHeapFreeRatio=40",
                    "-XX:-ShrinkHeapInSteps"));
        }
        if (!isEdge()) {
            // a third of the heap, the JDK's choice, is all touched before it is collected for the first time
            command.add("-Xmn" + (entry.compiler() == Compiler.FAST_START ? SELDOM_CALLED : OFTEN_CALLED) + "m");
        }
        if (entry.compiler() == Compiler.FAST_START) {
            command.add("-XX:TieredStopAtLevel=1");
        } else if (cache != Cache.RECORDED) {
            command.addAll(LATER_OPTIMISATION);
        }
        if (cache == Cache.RECORDED) {
            command.add("-XX:AOTCacheOutput=" + jar.cache());
        } else if (cache == Cache.USED && jar.hasCache()) {
            command.add("-XX:AOTCache=" + jar.cache());
        }
        beside.ifPresentOrElse(
                classes -> command.addAll(List.of("-cp", jar.jar() + File.pathSeparator + classes, jar.mainClass())),
                () -> command.addAll(List.of("-jar", jar.jar().toString())));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_APPLICATION_JSON",
                wiring.asJson(entry, extra),
                "NEWS_POLICY_FILE",
                home.policies().toString(),
                "NEWS_FOLDER",
                home.files(entry.module()).toString(),
                "MALLOC_ARENA_MAX",
                "2",
                "TZ",
                "UTC");
    }

    @Override
    public String mark() {
        return home.mark(entry.name());
    }

    @Override
    public boolean ready() {
        return Http.status("http://127.0.0.1:" + table.actuatorPort(entry) + "/actuator/health/readiness") == 200;
    }
}
