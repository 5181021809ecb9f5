package news.platform.benchmarks.sse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import news.platform.local.console.Complaint;
import news.platform.local.process.Pause;

/**
 * Many clients of one stream, from many addresses of this machine. One thread serves them and naps in between: on one
 * machine with the server, ten thousand threads or wake-ups would cost more than what they are to measure.
 */
public final class StreamClients implements AutoCloseable {
    /** Those who come for the first time come one after the other. */
    private static final long GAP = Duration.ofSeconds(1).toNanos() / 2500;
    /** So much later, at most, it is seen that something has come; what comes meanwhile is read in one go. */
    private static final long NAP = 1_000_000;

    /** A selector names no more at once: where it names so many, others wait. */
    private static final int MOST = 512;

    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final int BUFFER = 128 * 1024;

    private final Target target;
    private final Hearing hearing = new Hearing();
    private final List<StreamClient> clients;
    private final PriorityQueue<Coming> coming = new PriorityQueue<>(Comparator.comparingLong(Coming::due));
    private final ByteBuffer buffer = ByteBuffer.wrap(new byte[BUFFER]);
    private final Consumer<SelectionKey> advance = this::advance;
    private final TreeMap<String, Integer> refusals = new TreeMap<>();
    private final AtomicInteger connected = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;
    private long breaks;

    private record Coming(long due, StreamClient client) {}

    /** Begins to connect them. */
    public StreamClients(Target target, int count) {
        long begin = System.nanoTime();
        this.target = target;
        this.clients = IntStream.range(0, count)
                .mapToObj(number -> new StreamClient(number, target, hearing))
                .toList();
        IntStream.range(0, count).forEach(number -> coming.add(new Coming(begin + number * GAP, clients.get(number))));
        this.thread = Thread.ofPlatform().name("stream-clients").start(this::run);
    }

    /** Returns when all streams have begun; complains where that takes longer. */
    public void awaitConnected(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (connected.get() < clients.size()) {
            if (System.nanoTime() > deadline || !thread.isAlive()) {
                throw new Complaint("Only " + connected.get() + " of " + clients.size()
                        + " clients have a stream after " + patience.toSeconds() + " s.");
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    /** How many have a stream now. */
    public int connected() {
        return connected.get();
    }

    /** Events with data that came so far, to all of them together. */
    public long deliveries() {
        return hearing.deliveries();
    }

    /** Begins to watch for what is published from now on; ends what was watched for before. */
    public Watch watch() {
        Watch watch = new Watch(clients.size());
        hearing.watch(watch);
        return watch;
    }

    /** Processor time that all these clients took so far. */
    public long cpuMicros() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? Math.max(0, threads.getThreadCpuTime(thread.threadId())) / 1000
                : 0;
    }

    /** All leave. */
    public Heard end() {
        close();
        return new Heard(
                clients.stream().map(StreamClient::sequence).toList(),
                hearing.flashes().all(),
                hearing.calm().tail(1),
                hearing.burst().tail(1),
                breaks,
                refusals,
                clients.stream().mapToLong(StreamClient::resets).sum());
    }

    /** After the end: the data of an event of each topic. */
    public List<String> samples(int topics) {
        return IntStream.range(0, topics).mapToObj(hearing.flashes()::sample).toList();
    }

    private void run() {
        try (Selector selector = Selector.open()) {
            long look = System.nanoTime() + PATIENCE;
            while (!over) {
                long now = System.nanoTime();
                while (!coming.isEmpty() && coming.element().due <= now) {
                    connect(coming.remove().client, selector, now);
                }
                if (now > look) {
                    giveUp(now);
                    alternate(now);
                    look = now + PATIENCE / 10;
                }
                if (selector.select(advance, 5) < MOST) {
                    LockSupport.parkNanos(NAP);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clients.forEach(StreamClient::close);
        }
    }

    private void connect(StreamClient client, Selector selector, long now) {
        try {
            client.connect(selector, now);
        } catch (IOException _) {
            broken(client);
        }
    }

    private void advance(SelectionKey key) {
        StreamClient client = (StreamClient) key.attachment();
        try {
            if (client.advance(key, buffer)) {
                connected.lazySet(connected.getPlain() + 1);
            }
        } catch (RefusedException e) {
            refusals.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            broken(client);
        } catch (IOException _) {
            broken(client);
        }
    }

    /** It comes back as a browser would. */
    private void broken(StreamClient client) {
        if (client.answered()) {
            connected.lazySet(connected.getPlain() - 1);
            breaks++;
        }
        client.close();
        coming.add(new Coming(System.nanoTime() + client.retryNanos(), client));
    }

    /** Those who were let in and not answered try again. */
    private void giveUp(long now) {
        for (StreamClient client : clients) {
            if (client.unansweredSince(now - PATIENCE)) {
                refusals.merge("no answer", 1, Integer::sum);
                broken(client);
            }
        }
    }

    private void alternate(long now) {
        if (!target.alternates()) {
            return;
        }
        for (StreamClient client : clients) {
            if (client.leave(now)) {
                connected.lazySet(connected.getPlain() - 1);
                coming.add(new Coming(now, client));
            }
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
