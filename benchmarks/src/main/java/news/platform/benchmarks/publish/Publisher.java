package news.platform.benchmarks.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import news.platform.benchmarks.sse.Micros;
import news.platform.local.console.Complaint;

/** Publishes lives at times that do not depend on the answers. Safe for several threads. */
public final class Publisher implements AutoCloseable {
    private final Outlet outlet;
    private final List<Topics> topics;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong serials = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Published> published = new ArrayList<>();
    private final SortedMap<String, Integer> refusals = new TreeMap<>();

    public Publisher(Outlet outlet, List<Topics> topics) {
        this.outlet = outlet;
        this.topics = topics;
    }

    /**
     * Publishes by the schedule, the topics in turns. Returns when the last one was sent.
     *
     * @param begin of the schedule, in the time of {@link System#nanoTime()}
     */
    public void run(Schedule schedule, long begin) {
        for (long time : schedule.times()) {
            for (long left = left(begin, time); left > 0 && !stopped.get(); left = left(begin, time)) {
                LockSupport.parkNanos(left);
            }
            if (stopped.get()) {
                return;
            }
            long serial = serials.getAndIncrement();
            publish(serial, topics.get((int) (serial % topics.size())), schedule.inBurst(time));
        }
    }

    private static long left(long begin, long time) {
        return begin + time - System.nanoTime();
    }

    /** Ends a schedule early. */
    public void stop() {
        stopped.set(true);
    }

    /** One live for each topic, now. */
    public void publishToAll() {
        topics.forEach(topic -> publish(serials.getAndIncrement(), topic, false));
    }

    private void publish(long serial, Topics topic, boolean burst) {
        threads.execute(() -> {
            long sent = Micros.now();
            try {
                String id = outlet.publish(new Draft(run, serial, topic.ordinal(), burst));
                synchronized (published) {
                    published.add(new Published(id, topic.ordinal(), sent, Micros.now()));
                }
            } catch (Complaint e) {
                synchronized (published) {
                    refusals.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
                }
            }
        });
    }

    /** What was published, when every answer is there. */
    public List<Published> all() {
        close();
        synchronized (published) {
            return List.copyOf(published);
        }
    }

    /** How many were given up, by the last answer. */
    public SortedMap<String, Integer> refusals() {
        synchronized (published) {
            return new TreeMap<>(refusals);
        }
    }

    /** Waits for the answers. */
    @Override
    public void close() {
        threads.close();
    }
}
