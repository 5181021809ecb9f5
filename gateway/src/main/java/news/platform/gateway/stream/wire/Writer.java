package news.platform.gateway.stream.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that writes to its share of the connections: to all of them when there is news, else to those that ask for it. */
final class Writer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    /**
     * It writes for so long and then rests for as long, unless there is more to write already: to thousands it writes for tens of
     * milliseconds, and whoever asks for something meanwhile is not to wait behind all of them, nor are the services that answer, where
     * they share processors with the gateway (ADR 32).
     */
    private static final long SLICE_NANOS = 500_000;

    /** Nobody waits longer than this many rests for what there is. */
    private static final int MOST_RESTS = 50;

    private final LongSupplier nanoTime;
    private final long tick;
    private final List<Connection> connections = new ArrayList<>();
    private final Queue<Connection> arrived = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> asking = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean news;
    private volatile boolean stopping;
    private volatile boolean stopped;
    private volatile boolean ended;

    Writer(int number, WriterProperties properties, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.tick = Math.min(TimeUnit.SECONDS.toNanos(1), properties.heartbeat().toNanos() / 4);
        this.thread =
                Thread.ofPlatform().name("stream-writer-" + number).daemon().unstarted(this);
    }

    void start() {
        thread.start();
    }

    void add(Connection connection) {
        arrived.add(connection);
        LockSupport.unpark(thread);
        if (ended) {
            sendAwayLate();
        }
    }

    void look(Connection connection) {
        if (connection.queue()) {
            asking.add(connection);
            LockSupport.unpark(thread);
        }
    }

    void lookAtAll() {
        news = true;
        LockSupport.unpark(thread);
    }

    /** Sends all clients away, then ends; waits for that, but not for long. */
    void stop(long patienceMillis) {
        stopping = true;
        lookAtAll();
        try {
            thread.join(patienceMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        long next = nanoTime.getAsLong();
        while (!stopped && !(stopping && connections.isEmpty() && arrived.isEmpty())) {
            long now = nanoTime.getAsLong();
            try {
                arrive(now);
                if (news || stopping || now - next >= 0) {
                    news = false;
                    next = now + tick;
                    all(now);
                }
                asked(now);
            } catch (RuntimeException e) {
                log.error("a turn of the stream writer failed", e);
            }
            if (!news && arrived.isEmpty() && asking.isEmpty()) {
                LockSupport.parkNanos(this, Math.max(1, next - nanoTime.getAsLong()));
            }
        }
        ended = true;
        sendAwayLate();
    }

    /** Whoever comes when the thread has ended, or is about to. */
    private synchronized void sendAwayLate() {
        for (var connection = arrived.poll(); connection != null; connection = arrived.poll()) {
            connection.turn(nanoTime.getAsLong(), true);
        }
    }

    private void arrive(long now) {
        for (var connection = arrived.poll(); connection != null; connection = arrived.poll()) {
            connections.add(connection);
            connection.turn(now, stopping);
        }
    }

    private void asked(long now) {
        for (var connection = asking.poll(); connection != null; connection = asking.poll()) {
            connection.unqueue();
            connection.turn(now, stopping);
        }
    }

    private void all(long now) {
        boolean gone = false;
        long begun = now;
        int rests = 0;
        for (var connection : connections) {
            connection.turn(now, stopping);
            gone |= connection.isClosed();
            if (rests < MOST_RESTS && nanoTime.getAsLong() - begun > SLICE_NANOS) {
                rest();
                rests++;
                begun = nanoTime.getAsLong();
            }
        }
        if (gone) {
            connections.removeIf(Connection::isClosed);
        }
    }

    private void rest() {
        long end = nanoTime.getAsLong() + SLICE_NANOS;
        for (long left = SLICE_NANOS; left > 0 && !news && !stopping; left = end - nanoTime.getAsLong()) {
            LockSupport.parkNanos(this, left);
        }
    }
}
