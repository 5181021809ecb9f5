package news.platform.benchmarks.sse;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import news.platform.benchmarks.load.Sources;
import news.platform.local.console.Complaint;
import org.jspecify.annotations.Nullable;

/**
 * One client of a stream, as a browser's EventSource is one: it comes back after the time that it was told, and says which
 * event it heard last. It remembers what it heard. For one thread.
 */
final class StreamClient {
    /** Of the kernel's, which doubles it: thousands of them share the machine. */
    private static final int RECEIVE_BUFFER = 8192;

    private static final int RETRY_MILLIS = 3000;
    private static final byte[] NOTHING = {};

    private final int number;
    private final Target target;
    private final Hearing hearing;
    private @Nullable SocketChannel channel;
    private byte[] rest = NOTHING;
    private boolean answered;
    private long position = -1;
    private long retryMillis = RETRY_MILLIS;
    private long since;
    private int[] heard = new int[64];
    private int count;
    private int resets;
    private int turn;
    private @Nullable Watch watched;

    StreamClient(int number, Target target, Hearing hearing) {
        this.number = number;
        this.target = target;
        this.hearing = hearing;
    }

    /** Begins to connect; the selector says when that is done. */
    void connect(Selector selector, long now) throws IOException {
        rest = NOTHING;
        answered = false;
        since = now;
        SocketChannel fresh = SocketChannel.open();
        channel = fresh;
        fresh.configureBlocking(false);
        fresh.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        fresh.bind(new InetSocketAddress(Sources.of(number), 0));
        fresh.connect(new InetSocketAddress(target.host(turn), target.port()));
        fresh.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /** Goes on after the selector has named it. True when its stream has just begun. */
    boolean advance(SelectionKey key, ByteBuffer buffer) throws IOException {
        SocketChannel open = (SocketChannel) key.channel();
        if (key.isConnectable() && open.finishConnect()) {
            // a request this short goes into the empty buffer of a new connection at once
            open.write(ByteBuffer.wrap(request()));
            key.interestOps(SelectionKey.OP_READ);
        }
        return key.isReadable() && read(open, buffer);
    }

    private byte[] request() {
        String resume = position < 0 ? "" : "Last-Event-ID: " + position + "\r\n";
        return ("GET " + target.path(number) + " HTTP/1.1\r\nHost: 127.0.0.1:" + target.port()
                        + "\r\nAccept: text/event-stream\r\n" + resume + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What was begun before stands in front of what comes now. */
    private boolean read(SocketChannel open, ByteBuffer buffer) throws IOException {
        buffer.clear().put(rest);
        if (open.read(buffer) < 0) {
            throw new EOFException("the stream has ended");
        }
        byte[] bytes = buffer.array();
        int to = buffer.position();
        boolean begins = false;
        int at = 0;
        if (!answered) {
            at = Lines.body(bytes, to);
            if (at < 0) {
                rest = Arrays.copyOf(bytes, to);
                return false;
            }
            if (!Lines.startsWith(bytes, 0, Lines.OK)) {
                throw new RefusedException(new String(bytes, 0, Math.min(to, 12), StandardCharsets.US_ASCII));
            }
            answered = true;
            begins = true;
        }
        for (int end = Lines.blank(bytes, at, to); end >= 0; end = Lines.blank(bytes, at, to)) {
            event(bytes, at, end);
            at = end + 2;
        }
        if (at == 0 && !buffer.hasRemaining()) {
            throw new Complaint("An event is longer than " + to + " bytes.");
        }
        rest = at == to ? NOTHING : Arrays.copyOfRange(bytes, at, to);
        return begins;
    }

    private void event(byte[] bytes, int from, int to) {
        long id = -1;
        int data = -1;
        int dataEnd = -1;
        boolean reset = false;
        for (int line = from; line < to; ) {
            int end = Lines.end(bytes, line, to);
            if (Lines.startsWith(bytes, line, Lines.DATA)) {
                data = line + Lines.DATA.length;
                dataEnd = end;
            } else if (Lines.startsWith(bytes, line, Lines.ID)) {
                id = Lines.number(bytes, line + Lines.ID.length);
            } else if (Lines.startsWith(bytes, line, Lines.RETRY)) {
                retryMillis = Lines.number(bytes, line + Lines.RETRY.length);
            } else if (Lines.startsWith(bytes, line, Lines.RESET)) {
                reset = true;
            }
            line = end + 1;
        }
        if (id >= 0) {
            position = id;
        }
        if (reset) {
            resets++;
        } else if (data >= 0) {
            remember(hearing.heard(bytes, data, dataEnd, id));
        }
    }

    private void remember(Flash flash) {
        if (count == heard.length) {
            heard = Arrays.copyOf(heard, count * 2);
        }
        heard[count++] = flash.number();
        Watch watch = hearing.watch();
        if (watch != null && watch != watched && watch.counts(flash)) {
            watched = watch;
            watch.heard();
        }
    }

    /** Leaves for the next server where it has been long enough with this one. True when it did. */
    boolean leave(long now) {
        if (!answered
                || channel == null
                || !channel.isOpen()
                || now - since < target.stay().toNanos()) {
            return false;
        }
        close();
        turn++;
        return true;
    }

    /** Ends its connection. */
    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException _) {
            // it is gone either way
        }
    }

    /** Whether it waits for an answer since before this time. */
    boolean unansweredSince(long time) {
        return channel != null && channel.isOpen() && !answered && since - time < 0;
    }

    boolean answered() {
        return answered;
    }

    /** After which time it comes back. */
    long retryNanos() {
        return retryMillis * 1_000_000;
    }

    int resets() {
        return resets;
    }

    /** The numbers of what it heard, in order. */
    Heard.Sequence sequence() {
        return new Heard.Sequence(target.topic(number), Arrays.copyOf(heard, count));
    }
}
