package news.platform.thirdparty.push;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A token that all messages share, renewed a little before it ends and when the other side does not take it. Thread-safe. */
final class AccessToken {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Source source;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Issued issued;

    AccessToken(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Where tokens come from. */
    @FunctionalInterface
    interface Source {
        Issued next(Instant now) throws IOException;
    }

    /** The token, whole as a header has it. */
    String get() throws IOException {
        var present = issued;
        if (present != null && present.isGood(clock.instant())) {
            return present.value();
        }
        renewing.lock();
        try {
            present = issued;
            if (present == null || !present.isGood(clock.instant())) {
                present = source.next(clock.instant());
                issued = present;
            }
            return present.value();
        } finally {
            renewing.unlock();
        }
    }

    /** The next one in its place, unless there is another one already. */
    String renewed(String refused) throws IOException {
        renewing.lock();
        try {
            var present = issued;
            if (present != null && present.value().equals(refused)) {
                issued = null;
            }
        } finally {
            renewing.unlock();
        }
        return get();
    }

    /** A token and when it ends. */
    record Issued(String value, Instant end) {
        boolean isGood(Instant now) {
            return now.isBefore(end.minus(MARGIN));
        }

        @Override
        public String toString() {
            return "until " + end;
        }
    }
}
