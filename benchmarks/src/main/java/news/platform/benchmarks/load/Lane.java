package news.platform.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import news.platform.local.console.Complaint;

/** One kept-alive connection that never blocks: one request at a time, and the time at which that was due. */
final class Lane implements AutoCloseable {
    private final Selector selector;
    private final int port;
    private final ByteBuffer request;
    private final AnswerReader answer = new AnswerReader();
    private SocketChannel channel;
    private long due;
    private boolean busy;

    Lane(Selector selector, int port, int longestRequest) {
        this.selector = selector;
        this.port = port;
        this.request = ByteBuffer.allocateDirect(longestRequest);
        this.channel = connect();
    }

    /** Sends the request; what the kernel does not take at once goes later. */
    void send(RequestBytes bytes, long number, long dueTime) throws IOException {
        bytes.into(request, number);
        due = dueTime;
        busy = true;
        write();
    }

    /** Goes on after the selector has named it. True when its request is answered. */
    boolean advance(SelectionKey key) throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (!key.isReadable() || !answer.read(channel)) {
            return false;
        }
        if (!busy) {
            throw new EOFException("an answer without a request");
        }
        busy = false;
        if (answer.last()) {
            reconnect();
        }
        return true;
    }

    boolean busy() {
        return busy;
    }

    /** When its request should have begun, in the time of {@link System#nanoTime()}. */
    long due() {
        return due;
    }

    /** Whether the last answer was what a reader hopes for. */
    boolean good() {
        return answer.status() >= 200 && answer.status() < 400;
    }

    /** Gives its request up. Complains where nobody listens any more. */
    void reconnect() {
        close();
        busy = false;
        answer.reset();
        channel = connect();
    }

    private void write() throws IOException {
        channel.write(request);
        SelectionKey key = channel.keyFor(selector);
        int wanted = request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** On one machine a connection stands in microseconds, so this alone waits. */
    private SocketChannel connect() {
        try {
            SocketChannel fresh = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
            fresh.configureBlocking(false);
            fresh.register(selector, SelectionKey.OP_READ, this);
            return fresh;
        } catch (IOException e) {
            throw new Complaint("Nobody listens on port " + port + " any more: " + e.getMessage(), e);
        }
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
