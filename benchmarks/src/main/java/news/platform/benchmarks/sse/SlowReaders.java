package news.platform.benchmarks.sse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.platform.benchmarks.load.Sources;
import news.platform.local.process.Pause;

/** Clients of a stream that take one byte a second. What waits for them waits in the kernel, so who cut them off is seen at the end. */
public final class SlowReaders implements AutoCloseable {
    /** The least that the kernel grants. */
    private static final int RECEIVE_BUFFER = 2304;
    /** Behind the addresses of all others. */
    private static final int FIRST = 100_000;

    private static final int DRAINS = 20;

    private final List<SocketChannel> channels = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /** Connects them to the first path of the target. */
    public SlowReaders(Target target, int count) {
        byte[] request =
                ("GET " + target.path(0) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        try {
            for (int number = 0; number < count; number++) {
                SocketChannel channel = SocketChannel.open();
                channels.add(channel);
                channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
                channel.bind(new InetSocketAddress(Sources.of(FIRST + number), 0));
                channel.connect(new InetSocketAddress("127.0.0.1", target.port()));
                channel.write(ByteBuffer.wrap(request));
                channel.configureBlocking(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        timer.scheduleAtFixedRate(() -> channels.forEach(channel -> read(channel, 1)), 1, 1, TimeUnit.SECONDS);
    }

    /** Takes all that has come. Returns how many found the end of their connection behind it: those were cut off. */
    public int cutOff() {
        timer.shutdownNow();
        List<SocketChannel> open = new ArrayList<>(channels);
        for (int i = 0; i < DRAINS && !open.isEmpty(); i++) {
            open.removeIf(SlowReaders::drained);
            Pause.of(Duration.ofMillis(100));
        }
        return channels.size() - open.size();
    }

    private static boolean drained(SocketChannel channel) {
        int count = read(channel, RECEIVE_BUFFER);
        while (count > 0) {
            count = read(channel, RECEIVE_BUFFER);
        }
        return count < 0;
    }

    private static int read(SocketChannel channel, int most) {
        try {
            return channel.read(ByteBuffer.allocate(most));
        } catch (IOException _) {
            return -1;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        for (SocketChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException _) {
                // it is gone either way
            }
        }
    }
}
