package news.platform.benchmarks.slow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import news.platform.benchmarks.load.Sources;

/**
 * Many slow clients, served by one thread that naps: on one machine with the server they must not cost what they are to
 * show. They connect over two seconds, from as many addresses of this machine as there are.
 */
final class SlowClients implements AutoCloseable {
    private static final Duration RAMP = Duration.ofSeconds(2);
    private static final Duration DRIP = Duration.ofSeconds(1);
    private static final int BUFFER = 4096;

    private final int port;
    private final int count;
    private final Duration time;
    private final List<SlowClient> clients = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Consumer<SelectionKey> hear = key -> ((SlowClient) key.attachment()).hear(buffer);
    private final CountDownLatch connected = new CountDownLatch(1);
    private final Thread thread;
    private int refused;

    /** Starts them. */
    SlowClients(int port, int count, Duration time) {
        this.port = port;
        this.count = count;
        this.time = time;
        this.thread = Thread.ofPlatform().name("slow-clients").start(this::run);
    }

    /** Returns when all have connected. */
    void awaitConnected() {
        try {
            connected.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when their time is up, with what became of them. */
    SlowOutcome outcome() {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return SlowOutcome.of(clients, refused);
    }

    private void run() {
        try (Selector selector = Selector.open()) {
            long begin = System.nanoTime();
            long dripped = 0;
            while (System.nanoTime() - begin < time.toNanos()) {
                long elapsed = System.nanoTime() - begin;
                connect(selector, elapsed);
                long due = count * elapsed / DRIP.toNanos();
                for (; dripped < due; dripped++) {
                    drip((int) (dripped % count));
                }
                selector.select(hear, 20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connected.countDown();
            clients.forEach(SlowClient::close);
        }
    }

    /** Each in its own turn of the second: strangers do not send at the same moment. */
    private void drip(int number) {
        if (number < clients.size()) {
            clients.get(number).drip();
        }
    }

    private void connect(Selector selector, long elapsed) {
        long due = Math.min(count, count * elapsed / RAMP.toNanos());
        for (int number = clients.size() + refused; number < due; number++) {
            try {
                clients.add(SlowClient.connect(SlowKind.of(number), Sources.of(number), port, selector));
            } catch (IOException _) {
                refused++;
            }
        }
        if (clients.size() + refused == count) {
            connected.countDown();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        outcome();
    }
}
