package news.platform.gateway.stream.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What one client is told. Asked by the client's writer alone, except for {@link #closed}. */
public interface Telling {

    /** What is to be written next, whole events; null: nothing for now. */
    @Nullable
    ByteBuffer next();

    /** What shows a client to which nothing was written for a while that its stream lives. */
    ByteBuffer heartbeat();

    /** Whether what {@link #next} gave last was the end. */
    boolean ended();

    /** The connection is closed, for this reason; called once, by any thread. */
    void closed(String reason);
}
