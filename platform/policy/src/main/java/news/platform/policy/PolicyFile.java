package news.platform.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The overrides that an operator has written down: a properties file with lines {@code Method.field=value}, see
 * {@link Policies}. It is looked at each second and taken over whole, or refused whole, in which case what was in force
 * stays, also at start-up. A file that is not there overrides nothing. Thread-safe.
 */
public final class PolicyFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PolicyFile.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /**
     * What was wrong with a file.
     *
     * @param text names the method and the field
     * @param time when it was seen
     */
    public record Refusal(String text, Instant time) {}

    private final Policies policies;
    private final InstantSource clock;
    private final ScheduledExecutorService executor;

    private String seen = "";
    private String wrong = "";
    private volatile Optional<Instant> since = Optional.empty();
    private volatile Optional<Refusal> lastRefusal = Optional.empty();
    private volatile int refusals;

    /** Looks at the file, if there is to be one, before it returns, and each second until it is closed. */
    public PolicyFile(Optional<Path> file, Policies policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("policy-file").factory());
        file.ifPresent(this::watch);
    }

    private void watch(Path path) {
        look(path);
        executor.scheduleWithFixedDelay(() -> look(path), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** When the overrides in force were taken over; empty while there are none. */
    public Optional<Instant> since() {
        return since;
    }

    /** The latest file that was refused; empty when none was since the start. */
    public Optional<Refusal> lastRefusal() {
        return lastRefusal;
    }

    /** How many different states of the file were refused since the start. */
    public int refusals() {
        return refusals;
    }

    /**
     * Reads overrides by method, then by field.
     *
     * @throws IllegalArgumentException naming the line that is none
     */
    public static Map<String, Map<String, String>> parse(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Map<String, String>> overrides = new HashMap<>();
        for (String key : lines.stringPropertyNames()) {
            int dot = key.indexOf('.', key.indexOf('/') + 1);
            if (!key.contains("/") || dot < 0) {
                throw new IllegalArgumentException(key + " (expected: package.Service/Method.field=value)");
            }
            overrides
                    .computeIfAbsent(key.substring(0, dot), absent -> new HashMap<>())
                    .put(key.substring(dot + 1), lines.getProperty(key));
        }
        return overrides;
    }

    private synchronized void look(Path path) {
        String text;
        try {
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            text = "";
        } catch (IOException e) {
            refuse(path + " cannot be read: " + e);
            return;
        }
        if (!text.equals(seen)) {
            seen = text;
            take(text);
        }
    }

    private void take(String text) {
        try {
            Map<String, Map<String, String>> overrides = parse(text);
            policies.override(overrides);
            since = overrides.isEmpty() ? Optional.empty() : Optional.of(clock.instant());
            wrong = "";
            log.info("Policy overrides in force: {}", overrides);
        } catch (RuntimeException e) {
            // whatever is wrong with it: the next state of the file is looked at again
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void refuse(String text) {
        if (!text.equals(wrong)) {
            wrong = text;
            lastRefusal = Optional.of(new Refusal(text, clock.instant()));
            refusals++;
            log.warn("Policy overrides refused, the ones before stay: {}", text);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
