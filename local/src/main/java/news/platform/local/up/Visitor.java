package news.platform.local.up;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.edge.ManageCommand;
import news.platform.local.file.Home;
import news.platform.local.grpc.GrpcCommand;
import news.platform.local.ingest.ImportCalendar;
import news.platform.local.ingest.ImportFile;
import news.platform.local.ingest.ImportOptions;
import news.platform.local.ingest.ImportPrices;
import news.platform.local.policy.PolicyCommand;
import news.platform.local.process.Leftovers;
import news.platform.local.process.Pause;
import news.platform.local.process.Ports;
import news.platform.local.search.SearchCommand;
import news.platform.local.service.ServiceTable;

/** The commands of a second {@code ./news}, beside the launcher that runs or without one. */
public final class Visitor {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
    /** A start takes less: whoever is not there by then is down. */
    private static final Duration IMPORT_SILENCE = Duration.ofMinutes(1);

    private static final Duration IMPORT_PATIENCE = Duration.ofMinutes(10);
    private static final Duration EDITORS_PATIENCE = Duration.ofMinutes(1);

    private final Home home;
    private final PrintStream out;

    public Visitor(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /** Shows every part; of a killed launcher, what it left behind. */
    public void status() {
        Optional<List<String>> answer = Control.ask(home, "status");
        if (answer.isPresent()) {
            answer.get().forEach(out::println);
            return;
        }
        List<String> left = new Leftovers(home, new Progress(out)).names();
        out.println("The platform is down."
                + (left.isEmpty()
                        ? ""
                        : " Left over from a launcher that was killed: " + String.join(", ", left)
                                + "; ./news down ends them, ./news up starts afresh."));
    }

    /** Complains unless a launcher runs. */
    public void requireUp() {
        if (Control.ask(home, "status").isEmpty()) {
            throw new Complaint("The platform is down: ./news up starts it.");
        }
    }

    /** Stops everything and waits until it is stopped. */
    public void down() {
        Control.ask(home, "down").ifPresent(lines -> lines.forEach(out::println));
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Lock> lock = Lock.take(home);
            if (lock.isPresent()) {
                new Leftovers(home, new Progress(out)).end();
                lock.get().close();
                out.println("The platform is down.");
                return;
            }
            Pause.of(Duration.ofMillis(100));
        }
        throw new Complaint("The platform did not stop within " + STOP_LIMIT.toSeconds() + " s: see ./news status.");
    }

    /** Hands a command to the running launcher. */
    public void pass(String... words) {
        List<String> answer =
                Control.ask(home, words).orElseThrow(() -> new Complaint("The platform is down: ./news up starts it."));
        answer.forEach(out::println);
    }

    /** Prints an access token and nothing else. */
    public void token(String user) {
        Assembly assembly = assembly();
        try (Edge edge = assembly.edge(Duration.ofSeconds(5), _ -> {})) {
            out.println(edge.token(user, assembly.secrets().password("demo-password")));
        }
    }

    /** Brings in a file of articles, lives, prices or releases; waits a minute for a platform that is down, with news longer for a busy one. */
    public void importFile(ImportOptions options) {
        Assembly assembly = assembly();
        Progress progress = new Progress(out);
        var patience = options.material() == ImportOptions.Material.NEWS ? IMPORT_PATIENCE : EDITORS_PATIENCE;
        try (Edge edge = assembly.edge(patience, IMPORT_SILENCE, reason -> progress.line("waiting: " + reason))) {
            var password = assembly.secrets().password("demo-password");
            switch (options.material()) {
                case NEWS -> new ImportFile(edge, assembly.secrets().key("import-secret"), options, progress).run();
                case PRICES -> new ImportPrices(edge, password, options.file(), progress).run();
                case CALENDAR -> new ImportCalendar(edge, password, options.file(), progress).run();
            }
        }
    }

    /** Overrides policies, with the platform up or down. */
    public void policy(List<String> words) {
        ServiceTable table = assembly().table();
        Map<String, Integer> ports = new LinkedHashMap<>();
        table.names().forEach(name -> table.actuatorPort(name).ifPresent(port -> ports.put(name, port)));
        new PolicyCommand(home, ports, out).run(words);
    }

    /** Calls a service as another one does. */
    public void grpc(List<String> words) {
        Assembly assembly = assembly();
        new GrpcCommand(assembly.table(), assembly.certificates(), out).run(words);
    }

    /** Shows what is found, and why in this order. */
    public void search(List<String> words) {
        Assembly assembly = assembly();
        try (Edge edge = assembly.edge(Duration.ofSeconds(5), _ -> {})) {
            String token = edge.token("editor", assembly.secrets().password("demo-password"));
            new SearchCommand(edge, token, out).run(words);
        }
    }

    /** Asks the management of a service. */
    public void manage(String service, List<String> words) {
        int port = assembly()
                .table()
                .actuatorPort(service)
                .orElseThrow(() -> new Complaint("There is no service " + service + ": see ./news status."));
        new ManageCommand(port, out).run(words);
    }

    /** What this machine has and lacks, one line each. */
    public void doctor() {
        Assembly assembly = assembly();
        List<String> lines = new ArrayList<>();
        lines.add("JDK          " + Runtime.version() + " at " + System.getProperty("java.home"));
        lines.add("processors   " + Runtime.getRuntime().availableProcessors());
        lines.add("disk         " + Disk.freeMegabytes(home.state()) + " MB free at " + home.state());
        lines.add("ports        "
                + (Control.ask(home, "status").isPresent() ? "in use by the platform, which is up" : ports(assembly)));
        lines.forEach(out::println);
    }

    private static String ports(Assembly assembly) {
        try {
            Ports.requireFree(assembly.parts());
            return "all free";
        } catch (Complaint e) {
            return e.getMessage();
        }
    }

    private Assembly assembly() {
        return new Assembly(home, Listening.last(home), Map.of());
    }
}
