package news.platform.local.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;

/** Starts parts, notices when one dies, stops them in order. Safe for several threads. */
public final class Supervisor {
    private final Home home;
    private final Progress progress;
    private final Map<String, Running> parts = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public Supervisor(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Starts a part and waits until it works. Complains with the reason when it does not. */
    public void start(Part part) {
        if (isAlive(part.name())) {
            throw new Complaint(part.name() + " runs already.");
        }
        for (int attempt = 1; ; attempt++) {
            part.prepare();
            Running running = launch(part);
            if (running.awaitReady()) {
                part.becameReady();
                progress.line(part.name() + " is ready on port " + part.port());
                return;
            }
            if (running.alive()) {
                running.kill();
                throw new Complaint(part.name() + " was not ready after "
                        + part.startLimit().toSeconds() + " s: see ./news logs " + part.name());
            }
            if (closed || attempt >= part.attempts()) {
                throw new Complaint(
                        part.name() + " did not start (" + running.whyItEnded() + "): see ./news logs " + part.name());
            }
            Pause.of(Duration.ofMillis(500));
        }
    }

    private Running launch(Part part) {
        synchronized (parts) {
            if (closed) {
                throw new Complaint("The platform is stopping.");
            }
            Running running = Running.launch(part, home, this::died);
            parts.put(part.name(), running);
            return running;
        }
    }

    /** Ends one part in order. */
    public void stop(String name) {
        find(name).stop();
    }

    /** Kills one part as a crash would; that it died is then noticed as any other death. */
    public void kill(String name) {
        find(name).kill();
    }

    /** The part by this name, where it was ever started here. */
    public Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name)).map(Running::part);
    }

    /** The process of a part that runs. */
    public Optional<ProcessHandle> process(String name) {
        return Optional.ofNullable(parts.get(name)).filter(Running::alive).map(Running::process);
    }

    public boolean isAlive(String name) {
        Running running = parts.get(name);
        return running != null && running.alive();
    }

    /** All that were started, in the order of a request's way back: databases first. */
    public List<PartStatus> status() {
        return sorted(parts.values()).parallelStream().map(Running::status).toList();
    }

    /** Stops everything, the highest rank first; nothing can be started any more. Who comes second waits and finds nothing. */
    public synchronized void stopAll() {
        synchronized (parts) {
            closed = true;
        }
        Map<Integer, List<Running>> ranks = parts.values().stream()
                .filter(Running::alive)
                .collect(Collectors.groupingBy(
                        running -> running.part().rank(),
                        () -> new TreeMap<>(Comparator.<Integer>reverseOrder()),
                        Collectors.toList()));
        ranks.values().forEach(rank -> {
            rank.parallelStream().forEach(Running::stop);
            progress.line("stopped "
                    + sorted(rank).stream()
                            .map(running -> running.part().name())
                            .collect(Collectors.joining(", ")));
        });
    }

    private void died(Running running) {
        String name = running.part().name();
        progress.line("! " + name + " died (" + running.whyItEnded() + "). The others go on; ./news start " + name
                + " starts it again.");
    }

    private Running find(String name) {
        Running running = parts.get(name);
        if (running == null || !running.alive()) {
            throw new Complaint(name + " does not run.");
        }
        return running;
    }

    private static List<Running> sorted(Collection<Running> unsorted) {
        List<Running> list = new ArrayList<>(unsorted);
        list.sort(Comparator.comparingInt((Running running) -> running.part().rank())
                .thenComparing(running -> running.part().name()));
        return list;
    }
}
