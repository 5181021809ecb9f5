package news.platform.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The open loop: requests begin at times fixed beforehand (exponential gaps), whether earlier ones are answered or not,
 * and an answer's latency counts from the time at which its request should have begun. So a stall is seen by all who
 * would have met it. Generators that time from the sending (hey, h2load) hide just that, and wrk has no schedule.
 */
final class OpenLoop {
    private static final int CONNECTIONS = 64;

    private final int port;
    private final Scenario scenario;

    OpenLoop(int port, Scenario scenario) {
        this.port = port;
        this.scenario = scenario;
    }

    Shot run(String path, double rate, int seconds) {
        if (rate < CONNECTIONS) {
            return new Shot(0, 0, 0, 0, 0);
        }
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<Future<Latencies>> futures = new ArrayList<>();
        Latencies all = new Latencies();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                futures.add(threads.submit(() -> ask(path, rate / CONNECTIONS, begin, end)));
            }
            for (Future<Latencies> future : futures) {
                all.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return all.shot(seconds);
    }

    private Latencies ask(String path, double rate, long begin, long end) {
        Latencies latencies = new Latencies();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        double meanGap = 1e9 / rate;
        long due = begin + (long) (random.nextDouble() * meanGap);
        try (Connection connection = new Connection(port, path, scenario.headers())) {
            while (due < end) {
                waitUntil(due);
                int status = connection.ask();
                latencies.add(System.nanoTime() - due, status >= 200 && status < 400);
                due += (long) (-Math.log(1 - random.nextDouble()) * meanGap);
            }
        } catch (IOException _) {
            latencies.add(0, false);
        }
        return latencies;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What one connection saw, then all of them. Not safe for several threads. */
    private static final class Latencies {
        private long[] nanos = new long[1024];
        private int count;
        private long failures;

        void add(long latency, boolean good) {
            if (!good) {
                failures++;
                return;
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = latency;
        }

        void add(Latencies other) {
            long[] joined = Arrays.copyOf(nanos, Math.max(1, count + other.count));
            System.arraycopy(other.nanos, 0, joined, count, other.count);
            nanos = joined;
            count += other.count;
            failures += other.failures;
        }

        Shot shot(int seconds) {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return new Shot((double) count / seconds, count, millis(sorted, 0.50), millis(sorted, 0.99), failures);
        }

        private static double millis(long[] sorted, double part) {
            return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1e6;
        }
    }
}
