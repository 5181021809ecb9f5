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
    /** What the chart's percentages make of the 512 MiB that it gives a service; search- and user-service have more there. */
    private static final int DEPLOYED_FIRST = 150;

    private static final int DEPLOYED_MOST = 300;
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
    private final UnpackedJar jar;
    private final Variant variant;

    /** What becomes of the AOT cache. */
    private enum Cache {
        USED,
        RECORDED,
        IGNORED
    }

    /**
     * How it differs from what {@code ./news up} starts.
     *
     * @param extra properties beside its own
     * @param beside classes behind its own
     * @param deployed whether its compilers are those that the chart gives it, not those that start fast
     */
    private record Variant(Map<String, String> extra, Cache cache, Optional<Path> beside, boolean deployed) {
        static final Variant NONE = new Variant(Map.of(), Cache.USED, Optional.empty(), false);

        Variant with(Map<String, String> properties) {
            return new Variant(Map.copyOf(properties), Cache.USED, beside, deployed);
        }

        Variant with(Cache other) {
            return new Variant(extra, other, beside, deployed);
        }
    }

    Service(Home home, String java, ServiceTable table, ServiceEntry entry, Wiring wiring) {
        this(home, java, table, entry, wiring, Variant.NONE);
    }

    private Service(Home home, String java, ServiceTable table, ServiceEntry entry, Wiring wiring, Variant variant) {
        this.home = home;
        this.java = java;
        this.table = table;
        this.entry = entry;
        this.wiring = wiring;
        this.jar = new UnpackedJar(home, java, entry);
        this.variant = variant;
    }

    private Service as(Variant other) {
        return new Service(home, java, table, entry, wiring, other);
    }

    /** The same service with these properties beside its own. */
    public Service with(Map<String, String> properties) {
        return as(variant.with(properties));
    }

    /** The same service, which writes down what it loads and runs where this build has no AOT cache yet. */
    public Service recording() {
        jar.unpack();
        return as(variant.with(jar.wantsTraining() ? Cache.RECORDED : Cache.USED));
    }

    /** The same service, as slow to start as it would be without its AOT cache. */
    public Service withoutCache() {
        return as(variant.with(Cache.IGNORED));
    }

    /** The same service with these classes behind its own, which its AOT cache does not know. */
    public Service beside(Path classes) {
        return as(new Variant(variant.extra, Cache.IGNORED, Optional.of(classes), variant.deployed));
    }

    /** The same service, optimised as early and as far as a deployed one, and with as large a heap (ADR 33). */
    public Service asDeployed() {
        return as(new Variant(variant.extra, variant.cache, variant.beside, true));
    }

    /** Whether its process is to be asked for an AOT cache while it runs. */
    public boolean isRecording() {
        return variant.cache == Cache.RECORDED;
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
                "-Xmx" + heapMegabytes() + "m",
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
        if (!isEdge() && variant.deployed) {
            command.add("-Xms" + DEPLOYED_FIRST + "m");
        } else if (!isEdge()) {
            // a third of the heap, the JDK's choice, is all touched before it is collected for the first time
            command.add("-Xmn" + (entry.compiler() == Compiler.FAST_START ? SELDOM_CALLED : OFTEN_CALLED) + "m");
        }
        if (!variant.deployed) {
            command.addAll(fastStart());
        }
        if (variant.cache == Cache.RECORDED) {
            command.add("-XX:AOTCacheOutput=" + jar.cache());
        } else if (variant.cache == Cache.USED && jar.hasCache()) {
            command.add("-XX:AOTCache=" + jar.cache());
        }
        variant.beside.ifPresentOrElse(
                classes -> command.addAll(List.of("-cp", jar.jar() + File.pathSeparator + classes, jar.mainClass())),
                () -> command.addAll(List.of("-jar", jar.jar().toString())));
        return command;
    }

    private int heapMegabytes() {
        return variant.deployed ? Math.max(DEPLOYED_MOST, entry.heapMegabytes()) : entry.heapMegabytes();
    }

    private List<String> fastStart() {
        if (entry.compiler() == Compiler.FAST_START) {
            return List.of("-XX:TieredStopAtLevel=1");
        }
        return variant.cache == Cache.RECORDED ? List.of() : LATER_OPTIMISATION;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_APPLICATION_JSON",
                wiring.asJson(entry, variant.extra),
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
