package news.platform.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * The open loop: requests begin at times that do not depend on the answers (one Poisson process at the whole rate), and
 * an answer's latency counts from the time at which its request was due. So a stall is seen by all who would have met
 * it. Generators that time from the sending (hey, h2load) hide just that, and wrk has no schedule.
 *
 * <p>One thread serves all connections: on a machine of two cores a thread for each of them would queue for the
 * processor itself, and their waiting would look like the server's. Nothing is allocated for a request.
 */
public final class OpenLoop implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    /** Napping, not spinning: a hot loop would take one of the cores that the server needs. It costs 0.1 ms at most. */
    private static final long SHORTEST_NAP = 50_000;

    /** Each nap costs some 13 µs of a core where a hypervisor is told of it, so slow generators nap longer. */
    private static final long LONGEST_NAP = 500_000;

    private final Selector selector;
    private final List<Lane> lanes = new ArrayList<>();
    private final ArrayDeque<Lane> free = new ArrayDeque<>(CONNECTIONS);
    private final RequestBytes[] mix;
    private final Rates rates;
    private final long nap;
    private final long begin;
    private final long countFrom;
    private final long end;
    private final LongPredicate counted;
    private final Latencies latencies;
    private final SplittableRandom random = new SplittableRandom();
    private final Consumer<SelectionKey> advance = this::advance;
    private long due;

    private OpenLoop(int port, List<Scenario> mix, Rates rates, Times times) throws IOException {
        this.selector = Selector.open();
        this.mix =
                mix.stream().map(scenario -> new RequestBytes(scenario, port)).toArray(RequestBytes[]::new);
        int longest = 0;
        for (RequestBytes request : this.mix) {
            longest = Math.max(longest, request.length());
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            lanes.add(new Lane(selector, port, longest));
        }
        free.addAll(lanes);
        this.rates = rates;
        double highest = Math.max(rates.from, rates.to);
        this.nap = Math.clamp((long) (1e9 / highest / 8), SHORTEST_NAP, LONGEST_NAP);
        this.latencies = new Latencies((int) (highest * times.counted.toMillis() / 1000 * 1.1) + 1000);
        this.begin = System.nanoTime();
        this.due = begin;
        this.countFrom = due + times.warmUp.toNanos();
        this.end = countFrom + times.counted.toNanos();
        this.counted = times.filter;
    }

    /**
     * For how long it asks.
     *
     * @param filter which requests count, by the time at which they are due in that of {@link System#nanoTime()}
     */
    private record Times(Duration warmUp, Duration counted, LongPredicate filter) {}

    /** How many a second are asked for: rising or falling evenly from the first to the last moment. */
    private record Rates(double from, double to) {}

    /**
     * Asks for so long, ever more or ever less often; all requests count, from the first on.
     *
     * @param from how many a second in the first moment
     * @param to how many in the last
     */
    public static Tail ramp(int port, List<Scenario> mix, double from, double to, Duration time) {
        Times times = new Times(Duration.ZERO, time, _ -> true);
        return measure(port, mix, new Rates(from, to), times).tail(time.toMillis() / 1e3);
    }

    /** Asks for so long, after three seconds that do not count; each request is one of the mix by chance. */
    public static Tail run(int port, List<Scenario> mix, double rate, int seconds) {
        return run(port, mix, rate, seconds, _ -> true);
    }

    /** The same; of its requests those count whose time counts, in that of {@link System#nanoTime()}. */
    public static Tail run(int port, List<Scenario> mix, double rate, int seconds, LongPredicate counted) {
        return rate < 1
                ? Tail.NONE
                : measure(port, mix, new Rates(rate, rate), new Times(WARM_UP, Duration.ofSeconds(seconds), counted))
                        .tail(seconds);
    }

    static Latencies measure(int port, List<Scenario> mix, double rate, Duration warmUp, Duration counted) {
        return measure(port, mix, new Rates(rate, rate), new Times(warmUp, counted, _ -> true));
    }

    private static Latencies measure(int port, List<Scenario> mix, Rates rates, Times times) {
        try (OpenLoop loop = new OpenLoop(port, mix, rates, times)) {
            return loop.measure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Latencies measure() throws IOException {
        long before = System.nanoTime();
        while (due < end || free.size() < lanes.size()) {
            long now = System.nanoTime();
            if (before >= countFrom && now < end) {
                latencies.heldUp(now - before);
            }
            before = now;
            if (now > end + PATIENCE) {
                giveUp();
                break;
            }
            boolean sent = sendDue(now);
            if (selector.selectNow(advance) == 0 && !sent) {
                nap(now);
            }
        }
        return latencies;
    }

    /** Where no connection is free the next request keeps its time and waits, and those behind it do: that is the queue. */
    private boolean sendDue(long now) {
        boolean sent = false;
        while (due <= now && due < end && !free.isEmpty()) {
            send(free.poll());
            due += (long) (-Math.log(1 - random.nextDouble()) * meanGap(due));
            sent = true;
        }
        return sent;
    }

    private double meanGap(long time) {
        double passed = Math.clamp((double) (time - begin) / (end - begin), 0, 1);
        return 1e9 / (rates.from + (rates.to - rates.from) * passed);
    }

    private void send(Lane lane) {
        try {
            lane.send(
                    mix[random.nextInt(mix.length)],
                    RequestBytes.LOWEST_NUMBER + random.nextLong(RequestBytes.NUMBERS),
                    due);
        } catch (IOException _) {
            broken(lane);
        }
    }

    private void advance(SelectionKey key) {
        Lane lane = (Lane) key.attachment();
        try {
            if (lane.advance(key)) {
                count(lane.due(), lane.good());
                free.add(lane);
            }
        } catch (IOException _) {
            broken(lane);
        }
    }

    /** An idle connection may be ended by the server; one with a request under way may not. */
    private void broken(Lane lane) {
        boolean asked = lane.busy();
        lane.reconnect();
        if (asked) {
            count(lane.due(), false);
            free.add(lane);
        }
    }

    private void count(long dueTime, boolean good) {
        if (dueTime < countFrom || !counted.test(dueTime)) {
            return;
        }
        if (good) {
            latencies.answered(System.nanoTime() - dueTime);
        } else {
            latencies.failed();
        }
    }

    /** What is still not answered, or was never sent, has failed. */
    private void giveUp() {
        lanes.stream().filter(Lane::busy).forEach(lane -> count(lane.due(), false));
        for (; due < end; due += (long) meanGap(due)) {
            latencies.failed();
        }
    }

    private void nap(long now) {
        long untilDue = due < end ? due - now : nap;
        LockSupport.parkNanos(untilDue > 0 ? Math.min(nap, untilDue) : nap);
    }

    @Override
    public void close() throws IOException {
        lanes.forEach(Lane::close);
        selector.close();
    }
}
