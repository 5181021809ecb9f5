package news.platform.fuzz.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import news.platform.fuzz.request.RawRequest;
import org.jspecify.annotations.Nullable;

/**
 * One connection at a time to a server on this machine: any bytes out, one answer in. It reads while it writes, because a
 * server may answer before it has heard all. Not safe for several threads.
 */
public final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int CHUNK = 65_536;

    private final int port;
    private final String source;
    private final TokenForms tokens;
    private final ByteBuffer incoming = ByteBuffer.allocate(CHUNK);
    private @Nullable SocketChannel channel;

    /** @param source the own address of the connection, one of 127.0.0.0/8 */
    public Wire(int port, String source, Tokens tokens) {
        this.port = port;
        this.source = source;
        this.tokens = new TokenForms(tokens);
    }

    /** Sends it and waits for what becomes of it. */
    public Result send(RawRequest request) {
        var bytes = tokens.write(request.bytes());
        boolean used = channel != null;
        var result = exchange(request, bytes);
        // a server may end an idle connection just when it is used again
        if (used && result instanceof Result.Closed) {
            return exchange(request, bytes);
        }
        return result;
    }

    private Result exchange(RawRequest request, byte[] bytes) {
        try {
            if (channel == null) {
                channel = connect();
            }
            var result = exchange(channel, request, bytes);
            if (!(result instanceof Answer answer) || answer.last() || answer.more() || !request.clean()) {
                close();
            }
            return result;
        } catch (IOException e) {
            close();
            return new Result.Closed(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            close();
            return new Result.Garbled(String.valueOf(e.getMessage()));
        }
    }

    private SocketChannel connect() throws IOException {
        var fresh = SocketChannel.open();
        fresh.bind(local());
        fresh.connect(new InetSocketAddress("127.0.0.1", port));
        fresh.configureBlocking(false);
        return fresh;
    }

    private SocketAddress local() {
        return new InetSocketAddress(source, 0);
    }

    private Result exchange(SocketChannel channel, RawRequest request, byte[] bytes) throws IOException {
        var outgoing = ByteBuffer.wrap(bytes);
        var parser = new AnswerParser(request.head());
        var heard = new ByteArrayOutputStream();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var selector = Selector.open()) {
            var key = channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            while (System.nanoTime() < deadline) {
                selector.select(1000);
                if (outgoing.hasRemaining() && key.isWritable()) {
                    write(channel, outgoing, request, key);
                }
                int before = heard.size();
                boolean ended = hear(channel, heard);
                if (ended || heard.size() > before) {
                    var answer = parser.read(heard.toByteArray(), ended);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                    if (ended) {
                        return unfinished(heard);
                    }
                }
            }
        }
        return new Result.Late(PATIENCE.toSeconds());
    }

    private static Result unfinished(ByteArrayOutputStream heard) {
        return heard.size() == 0
                ? new Result.Closed("the connection was closed")
                : new Result.Garbled(heard.toString(StandardCharsets.ISO_8859_1));
    }

    private static void write(SocketChannel channel, ByteBuffer outgoing, RawRequest request, SelectionKey key) {
        try {
            channel.write(outgoing);
        } catch (IOException _) {
            // what has been answered can still be read
            outgoing.position(outgoing.limit());
        }
        if (!outgoing.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ);
            endUnclean(channel, request);
        }
    }

    /** A server that waits for more hears that nothing more comes. */
    private static void endUnclean(SocketChannel channel, RawRequest request) {
        if (!request.clean()) {
            try {
                channel.shutdownOutput();
            } catch (IOException _) {
                // it is gone, which reading says
            }
        }
    }

    /** Returns whether the other side has ended. */
    private boolean hear(SocketChannel channel, ByteArrayOutputStream heard) throws IOException {
        incoming.clear();
        int count = channel.read(incoming);
        if (count > 0) {
            heard.write(incoming.array(), 0, count);
        }
        return count < 0;
    }

    @Override
    public void close() {
        Optional.ofNullable(channel).ifPresent(Wire::close);
        channel = null;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // it is gone either way
        }
    }
}
