package news.platform.benchmarks.market;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.benchmarks.load.Sources;
import news.platform.local.console.Complaint;
import news.platform.local.process.Pause;

/** Clients that look at quotes, each at some symbols by chance; who loses the stream comes back after a second. */
final class QuoteClients implements AutoCloseable {
    private static final long DAY = Duration.ofDays(1).toNanos() / 1000;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration GAP = Duration.ofMillis(1);

    private final int port;
    private final int count;
    private final AtomicReference<Ages> ages = new AtomicReference<>(new Ages());
    private final AtomicLongArray shownTimes;
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicLong breaks = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Begins to connect them. */
    QuoteClients(int port, int count, List<String> symbols, int each, Random random) {
        this.port = port;
        this.count = count;
        this.shownTimes = new AtomicLongArray(count);
        IntStream.range(0, count).forEach(number -> {
            List<String> shuffled = new ArrayList<>(symbols);
            Collections.shuffle(shuffled, random);
            String query = shuffled.stream()
                    .limit(each)
                    .map(symbol -> "symbols=" + symbol)
                    .collect(Collectors.joining("&"));
            threads.execute(() -> look(number, query));
            Pause.of(GAP);
        });
    }

    private void look(int number, String query) {
        byte[] request = ("GET /api/v1/quotes:stream?" + query
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        while (!over.get()) {
            try (Socket socket = new Socket()) {
                sockets.add(socket);
                socket.bind(new InetSocketAddress(Sources.of(number), 0));
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                socket.getOutputStream().write(request);
                read(number, socket.getInputStream());
            } catch (IOException _) {
                // it comes back, unless all leave
            }
            if (!over.get()) {
                breaks.incrementAndGet();
                Pause.of(RETRY);
            }
        }
    }

    private void read(int number, InputStream in) throws IOException {
        QuoteTimes times = new QuoteTimes();
        byte[] bytes = new byte[16 * 1024];
        boolean shown = false;
        for (int got = in.read(bytes); got >= 0; got = in.read(bytes)) {
            int before = times.events();
            // the first event is a snapshot of whatever there is
            boolean counts = shown;
            Ages current = ages.get();
            long now = microsOfDay();
            times.read(bytes, got, (time, again) -> {
                if (counts && again) {
                    current.addAgain();
                } else if (counts) {
                    current.add(Math.floorMod(now - time, DAY) / 1000);
                }
            });
            events.addAndGet(times.events() - before);
            if (times.events() > before) {
                shownTimes.lazySet(number, System.nanoTime());
                if (!shown) {
                    shown = true;
                    connected.incrementAndGet();
                }
            }
        }
    }

    private static long microsOfDay() {
        return LocalTime.ofInstant(Instant.now(), ZoneOffset.UTC).toNanoOfDay() / 1000;
    }

    /** Returns when all have their snapshot; complains where that takes longer. */
    void awaitConnected(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (connected.get() < count) {
            if (System.nanoTime() > end) {
                throw new Complaint("Only " + connected.get() + " of " + count + " clients have quotes.");
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    /** How many have been shown something since, in the time of {@link System#nanoTime()}. */
    int shownSince(long nanoTime) {
        return (int) IntStream.range(0, count)
                .filter(number -> shownTimes.get(number) - nanoTime > 0)
                .count();
    }

    /** What was shown since the last time that this was asked. */
    Ages ages() {
        return ages.getAndSet(new Ages());
    }

    long events() {
        return events.get();
    }

    long breaks() {
        return breaks.get();
    }

    @Override
    public void close() {
        over.set(true);
        for (Socket socket : List.copyOf(sockets)) {
            try {
                socket.close();
            } catch (IOException _) {
                // it is gone either way
            }
        }
        threads.close();
    }
}
