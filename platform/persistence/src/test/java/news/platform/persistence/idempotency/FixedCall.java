package news.platform.persistence.idempotency;

import java.time.Duration;
import java.util.Optional;

/** A call as the test says. */
final class FixedCall implements Call {
    private final String caller;
    private final Optional<String> key;
    private final Duration deadline;
    private volatile boolean replayed;

    private FixedCall(String caller, Optional<String> key, Duration deadline) {
        this.caller = caller;
        this.key = key;
        this.deadline = deadline;
    }

    /** One that has plenty of time. */
    static FixedCall of(String caller, String key) {
        return new FixedCall(caller, Optional.of(key), Duration.ofMinutes(1));
    }

    static FixedCall withoutKey(String caller) {
        return new FixedCall(caller, Optional.empty(), Duration.ofMinutes(1));
    }

    /** The same with a lease of twice this. */
    FixedCall within(Duration limit) {
        return new FixedCall(caller, key, limit);
    }

    boolean wasReplayed() {
        return replayed;
    }

    @Override
    public Optional<String> idempotencyKey() {
        return key;
    }

    @Override
    public String caller() {
        return caller;
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    @Override
    public void markReplayed() {
        replayed = true;
    }
}
