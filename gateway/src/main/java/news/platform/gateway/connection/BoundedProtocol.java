package news.platform.gateway.connection;

import java.util.Objects;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 whose requests must arrive in time, and whose connections weigh little while they wait. Made by the server, by
 * its class name.
 */
public final class BoundedProtocol extends Http11NioProtocol {

    /** Of an answer on its way to the socket's own buffer: what is larger is handed on at once. */
    private static final int ANSWER_BUFFER = 2 * 1024;

    /** Holds the headers of nearly all requests; larger ones, and bodies, come in several pieces. */
    private static final int READ_BUFFER = 4 * 1024;

    private @Nullable ConnectionLimits limits;

    public BoundedProtocol() {
        var socket = getEndpoint().getSocketProperties();
        socket.setAppReadBufSize(READ_BUFFER);
        // what thousands of waiting connections hold would else be copied by every collection until it is old
        socket.setDirectBuffer(true);
    }

    /** Before it starts. */
    void limits(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    public int getDesiredBufferSize() {
        return ANSWER_BUFFER;
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, Objects.requireNonNull(limits, "no limits were set"));
    }
}
