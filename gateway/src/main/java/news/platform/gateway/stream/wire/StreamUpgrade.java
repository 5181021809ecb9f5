package news.platform.gateway.stream.wire;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Takes a connection from the server once the head of the answer is written. What an asynchronous request would hold all the
 * time, request, answer and their buffers, serves the next one meanwhile; the poller still says when the client leaves or
 * takes more. To clients nothing is upgraded: the body of a 200 goes on until the connection is closed. Made by the server,
 * by its class.
 */
public final class StreamUpgrade implements InternalHttpUpgradeHandler {

    /** The kernel doubles it: so much waits for a client before it is seen to be slow. */
    private static final int SEND_BUFFER = 32 * 1024;

    /** What a client says once the stream stands is not read further. */
    private static final int READ_BUFFER = 64;

    private @Nullable Writers writers;
    private @Nullable Telling telling;
    private @Nullable SocketWrapperBase<?> socket;
    private @Nullable SocketChannel channel;
    private Writers.@Nullable Handle handle;

    /** For the server. */
    public StreamUpgrade() {
        // filled in by tell() and by the server
    }

    /** Before the request ends: what is told by whom. */
    public void tell(Writers writers, Telling telling) {
        this.writers = writers;
        this.telling = telling;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        var wrapper = Objects.requireNonNull(socket, "the server sets it first");
        if (!(wrapper.getSocket() instanceof NioChannel nio) || nio instanceof SecureNioChannel) {
            throw new IllegalStateException("a stream is written to a plain connection, TLS ends before the gateway");
        }
        var io = nio.getIOChannel();
        try {
            io.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        } catch (IOException e) {
            // its client has left, which the first write meets as well
        }
        channel = io;
        handle =
                Objects.requireNonNull(writers, "tell() comes first").add(wrapper, io, Objects.requireNonNull(telling));
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        return switch (event) {
            case OPEN_READ -> isSilent() ? SocketState.UPGRADED : left();
            case OPEN_WRITE -> {
                if (handle != null) {
                    handle.look();
                }
                yield SocketState.UPGRADED;
            }
            case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> left();
        };
    }

    /** Whether the client is there and says nothing: a stream's client has nothing to say. */
    private boolean isSilent() {
        try {
            return channel != null && channel.read(ByteBuffer.allocate(READ_BUFFER)) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private SocketState left() {
        destroy();
        return SocketState.CLOSED;
    }

    /** Also called by the server when a connection ends before it was handed over. */
    @Override
    public void destroy() {
        if (handle != null) {
            handle.left();
        } else if (telling != null) {
            telling.closed(Connection.LEFT);
        }
    }

    @Override
    public void timeoutAsync(long now) {
        // the writers look at the time
    }

    @Override
    public void setSslSupport(SSLSupport support) {
        // none: see init
    }

    @Override
    public void pause() {
        // clients are sent away before the server pauses
    }
}
