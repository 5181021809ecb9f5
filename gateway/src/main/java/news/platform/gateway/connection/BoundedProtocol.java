package news.platform.gateway.connection;

import java.util.Objects;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 whose requests must arrive in time. Made by the server, by its class name. */
public final class BoundedProtocol extends Http11NioProtocol {

    private @Nullable ConnectionLimits limits;

    /** Before it starts. */
    void limits(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, Objects.requireNonNull(limits, "no limits were set"));
    }
}
