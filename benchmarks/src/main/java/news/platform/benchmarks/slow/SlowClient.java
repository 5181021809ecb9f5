package news.platform.benchmarks.slow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection that takes its time, until the other side has had enough. Not safe for several threads. */
final class SlowClient implements AutoCloseable {
    private static final ByteBuffer DRIP = ByteBuffer.wrap(new byte[] {'a'}).asReadOnlyBuffer();
    private static final String VERSION = "HTTP/1.";
    private static final int STATUS_AT = 9;

    private final SlowKind kind;
    private final SocketChannel channel;
    private final long begin = System.nanoTime();
    private int status;
    private boolean open = true;
    private Duration lasted = Duration.ZERO;

    private SlowClient(SlowKind kind, SocketChannel channel) {
        this.kind = kind;
        this.channel = channel;
    }

    /**
     * Connects and sends what comes at once.
     *
     * @param source its own address, one of 127.0.0.0/8
     */
    static SlowClient connect(SlowKind kind, String source, int port, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.bind(new InetSocketAddress(source, 0));
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        SlowClient client = new SlowClient(kind, channel);
        channel.write(ByteBuffer.wrap(kind.start()));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, client);
        return client;
    }

    /** Sends its next byte. */
    void drip() {
        if (!open || kind == SlowKind.SILENT) {
            return;
        }
        try {
            channel.write(DRIP.duplicate());
        } catch (IOException _) {
            ended();
        }
    }

    /** Reads what has come; an answer tells the status, the end of the connection that it was cut off. */
    void hear(ByteBuffer buffer) {
        try {
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                ended();
            } else if (status == 0) {
                status = status(new String(buffer.array(), 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            ended();
        }
    }

    private static int status(String text) {
        return text.startsWith(VERSION) && text.length() > STATUS_AT + 3
                ? Integer.parseInt(text.substring(STATUS_AT, STATUS_AT + 3))
                : 0;
    }

    private void ended() {
        if (open) {
            open = false;
            lasted = Duration.ofNanos(System.nanoTime() - begin);
            close();
        }
    }

    SlowKind kind() {
        return kind;
    }

    /** Whether the other side bears it still. */
    boolean open() {
        return open;
    }

    /** Of the answer, 0 where there was none. */
    int status() {
        return status;
    }

    /** How long it was borne. */
    Duration lasted() {
        return lasted;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // it is gone either way
        }
    }
}
