package news.platform.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import news.platform.local.file.Home;

/** A part and the process that it is at the moment. */
final class Running {
    /** What is known of it. */
    enum State {
        STARTING,
        UP,
        STOPPING,
        ENDED
    }

    private static final String SIGNAL = "ended by signal ";
    private static final Path NEW_SESSION = Path.of("/usr/bin/setsid");

    private final Part part;
    private final Process process;
    private final LogFile log;
    private final Instant started = Instant.now();
    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

    private Running(Part part, Process process, LogFile log) {
        this.part = part;
        this.process = process;
        this.log = log;
    }

    /** Starts it. {@code died} hears of an end that nobody asked for once it was up. */
    static Running launch(Part part, Home home, Consumer<Running> died) {
        LogFile log = new LogFile(home.log(part.name()));
        log.rotate();
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(part.command()))
                .directory(home.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.path().toFile());
        builder.environment().putAll(part.environment());
        try {
            Running running = new Running(part, builder.start(), log);
            RunFile.of(part, running.process).write(home.run());
            running.process.onExit().thenRun(() -> running.ended(died));
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + part.name() + ": " + e.getMessage(), e);
        }
    }

    /** Ctrl-C goes to a whole session: in one of its own a part waits until the launcher stops it in order. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(NEW_SESSION)) {
            whole.add(NEW_SESSION.toString());
        }
        whole.addAll(command);
        return whole;
    }

    Part part() {
        return part;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until it works, at most as long as it may take. False when it ended or took too long. */
    boolean awaitReady() {
        long deadline = System.nanoTime() + part.startLimit().toNanos();
        while (System.nanoTime() < deadline) {
            if (part.ready() && process.isAlive()) {
                if (part.preferred()) {
                    ProcessorShare.prefer(process.toHandle());
                }
                return state.compareAndSet(State.STARTING, State.UP);
            }
            if (pause()) {
                return false;
            }
        }
        return false;
    }

    /** Ends it in order. */
    void stop() {
        state.set(State.STOPPING);
        Signals.end(process.toHandle(), part.stopSignal(), part.stopLimit());
    }

    /** Kills it as a crash would. */
    void kill() {
        process.destroyForcibly();
        Signals.waitFor(process.toHandle(), Duration.ofSeconds(10));
    }

    String whyItEnded() {
        return exit()
                + (exit().startsWith(SIGNAL)
                        ? ""
                        : log.reason().map(line -> ": " + line).orElse(""));
    }

    /** How it ended, in words. */
    String exit() {
        int code = process.isAlive() ? 0 : process.exitValue();
        return code > 128 ? SIGNAL + (code - 128) : "exit " + code;
    }

    PartStatus status() {
        boolean alive = process.isAlive();
        return new PartStatus(
                part.name(),
                alive ? process.pid() : 0,
                part.port(),
                health(),
                alive ? Memory.of(process.toHandle()) : 0,
                alive ? Duration.between(started, Instant.now()) : Duration.ZERO);
    }

    private String health() {
        return switch (state.get()) {
            case STARTING -> "starting";
            case UP -> part.ready() ? "up" : "not ready";
            case STOPPING -> process.isAlive() ? "stopping" : "stopped";
            case ENDED -> "died (" + exit() + ")";
        };
    }

    private void ended(Consumer<Running> died) {
        if (state.compareAndSet(State.UP, State.ENDED)) {
            died.accept(this);
        } else {
            state.compareAndSet(State.STARTING, State.ENDED);
        }
    }

    private boolean pause() {
        try {
            return process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
