package news.platform.local.up;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.platform.local.console.Complaint;
import news.platform.local.console.Failures;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.ingest.ImportFile;
import news.platform.local.ingest.ImportOptions;
import news.platform.local.process.Pause;

/** The platform that another launcher runs, as far as a benchmark touches it. Safe for several threads. */
public final class RunningPlatform {
    /** Limits that stay in place and refuse nobody. */
    public static final Map<String, String> UNLIMITED = Map.of("news.gateway.guard.rate-scale", "1000000");

    static final String GATEWAY = "gateway";

    private final Home home;
    private final Assembly assembly;
    private final Object starts = new Object();
    private final Set<String> killed = new TreeSet<>();
    private final Set<String> changed = new TreeSet<>();
    private volatile boolean deployed;
    private boolean over;

    RunningPlatform(Home home, Assembly assembly) {
        this.home = home;
        this.assembly = assembly;
    }

    /** The one of this checkout. Complains when it is down. */
    public static RunningPlatform find(Home home) {
        RunningPlatform platform = new RunningPlatform(home, new Assembly(home, Listening.last(home), Map.of()));
        platform.processes();
        return platform;
    }

    /** Waits until no AOT cache is being made any more: that takes a processor, and what was started before has none. */
    public void awaitTrained(Progress progress) {
        boolean said = false;
        while (!ask("training").isEmpty()) {
            if (!said) {
                progress.line("waiting until the AOT caches of this build are made …");
                said = true;
            }
            Pause.of(Duration.ofMillis(500));
        }
    }

    /** The gateway's public port. */
    public int port() {
        return assembly.table().httpPort(GATEWAY).orElseThrow();
    }

    /** The gateway's port of metrics. */
    public int actuatorPort() {
        return actuatorPort(GATEWAY);
    }

    /** The port of a part's management. */
    public int actuatorPort(String name) {
        return assembly.table().actuatorPort(name).orElseThrow();
    }

    /** Where the broker listens, as {@code host:port}. */
    public String broker() {
        return assembly.broker().address();
    }

    /** The port of a service's gRPC. */
    public int grpcPort(String service) {
        return assembly.table().grpcPort(service);
    }

    /** The processes that answer, by part. */
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (String line : ask("processes")) {
            String[] words = line.split(" ");
            processes.put(words[0], Long.parseLong(words[1]));
        }
        return processes;
    }

    /** Ends the gateway in order. */
    public void stopGateway() {
        synchronized (starts) {
            requireGoingOn();
            changed.add(GATEWAY);
            ask("stop", GATEWAY);
        }
    }

    /**
     * Starts the gateway with these properties beside its own, on this machine's own address whatever {@code --host} said,
     * and waits until it is ready; none puts it back as it was.
     *
     * @param aotCache whether it may use its AOT cache
     */
    public void startGateway(Map<String, String> properties, boolean aotCache) {
        synchronized (starts) {
            requireGoingOn();
            start(GATEWAY, properties, aotCache ? List.of() : List.of(Commands.WITHOUT_AOT_CACHE));
            if (properties.isEmpty() && aotCache && !deployed) {
                changed.remove(GATEWAY);
            } else {
                changed.add(GATEWAY);
            }
        }
    }

    /** Starts the gateway anew with these properties, and with these classes behind its own. */
    public void restartGateway(Map<String, String> properties, Path beside) {
        stopGateway();
        synchronized (starts) {
            requireGoingOn();
            start(GATEWAY, properties, List.of(Commands.BESIDE + beside));
        }
    }

    /** Starts the gateway anew with these properties beside its own; none puts it back as it was. */
    public void restartGateway(Map<String, String> properties) {
        stopGateway();
        startGateway(properties, true);
    }

    /** Kills a part as a crash would. */
    public void kill(String part) {
        synchronized (starts) {
            requireGoingOn();
            if (part.equals(GATEWAY)) {
                changed.add(GATEWAY);
            } else {
                killed.add(part);
            }
            ask("kill", part);
        }
    }

    /** Starts a part that was killed, and waits until it is ready; for the gateway there is {@link #startGateway}. */
    public void start(String part) {
        start(part, Map.of());
    }

    /** Starts a service that was killed with these properties beside its own, and waits until it is ready. */
    public void start(String service, Map<String, String> properties) {
        synchronized (starts) {
            requireGoingOn();
            start(service, properties, List.of());
            killed.remove(service);
            if (!properties.isEmpty()) {
                changed.add(service);
            }
        }
    }

    /** Starts a service anew with these properties beside its own; none puts it back as it was. */
    public void restart(String service, Map<String, String> properties) {
        synchronized (starts) {
            requireGoingOn();
            changed.add(service);
            ask("stop", service);
            start(service, properties, List.of());
            if (properties.isEmpty() && !deployed) {
                changed.remove(service);
            }
        }
    }

    /** The broker and the services that run, without the gateway. */
    List<String> compiledParts() {
        return processes().keySet().stream().filter(assembly::startsFast).toList();
    }

    /** Whether what is started from now on has the compilers that the chart gives it. */
    void compileAsDeployed(boolean so) {
        deployed = so;
    }

    /** Starts a part anew as it was, whether it runs or not. */
    void reset(String part) {
        synchronized (starts) {
            requireGoingOn();
            startAsItWas(part);
            changed.remove(part);
        }
    }

    /**
     * Starts a second gateway or service beside the first, with the same ports on another address of this machine, and waits
     * until it is ready.
     */
    public Replica startReplica(String name, String address, Map<String, String> properties) {
        return Replica.start(home, assembly, name, address, properties);
    }

    /** Starts what was killed, and as it was what a benchmark has changed; from then on no benchmark can. */
    public void putBack() {
        synchronized (starts) {
            over = true;
            deployed = false;
            var failures = new Failures();
            killed.stream()
                    .filter(part -> !changed.contains(part))
                    .forEach(part -> failures.attempt(() -> ask("start", part)));
            changed.forEach(part -> failures.attempt(() -> startAsItWas(part)));
            failures.report();
        }
    }

    private void startAsItWas(String part) {
        try {
            ask("stop", part);
        } catch (Complaint _) {
            // it is stopped already
        }
        start(part, Map.of(), List.of());
    }

    /**
     * What a service that does not belong to the platform is told about its stores, an empty database and a certificate for it.
     *
     * @param database its name; what was in it goes
     */
    public Map<String, String> stores(String database) {
        return assembly.renewedStores(database);
    }

    /** Imports a file, as {@code ./news import} does. */
    public void importFile(ImportOptions options, Progress progress) {
        try (Edge edge = new Edge(port(), Duration.ofMinutes(1), _ -> {})) {
            new ImportFile(edge, assembly.secrets().key("import-secret"), options, progress).run();
        }
    }

    /** A fresh access token of a demo account. */
    public String token(String user) {
        try (Edge edge = new Edge(port(), Duration.ofSeconds(20), _ -> {})) {
            return edge.token(user, assembly.secrets().password("demo-password"));
        }
    }

    /** Where the sandbox is, for who pays there and who has things go wrong. */
    public String sandboxUrl() {
        return assembly.sandbox().url();
    }

    /** Where traces are looked at, where it is up. */
    public String zipkinUrl() {
        return "http://127.0.0.1:" + assembly.zipkin().port();
    }

    /** Everything that nobody may read anywhere: passwords and keys of this machine. */
    public Collection<String> secrets() {
        return assembly.secrets().all();
    }

    /** The database of a service, as the service itself sees it. */
    public Connection database(String service) throws SQLException {
        String database = assembly.table().database(service);
        return DriverManager.getConnection(
                assembly.postgres().url(database), database, assembly.postgres().password(database));
    }

    private void start(String part, Map<String, String> properties, List<String> options) {
        List<String> words = new ArrayList<>(List.of("start", part));
        words.addAll(options);
        if (deployed) {
            words.add(Commands.AS_DEPLOYED);
        }
        properties.forEach((name, value) -> words.add(name + "=" + value));
        ask(words.toArray(String[]::new));
    }

    private void requireGoingOn() {
        if (over) {
            throw new Complaint("Interrupted.");
        }
    }

    private List<String> ask(String... words) {
        return Control.ask(home, words).orElseThrow(() -> new Complaint("The platform is down: ./news up starts it."));
    }
}
