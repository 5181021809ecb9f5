package news.platform.gateway.stream.source;

import com.google.protobuf.Message;
import java.util.Optional;
import news.platform.gateway.stream.wire.Telling;
import news.platform.security.Caller;

/** What all clients of one method's streams share. Thread-safe. */
public interface MethodStream {

    /**
     * A client that comes.
     *
     * @param request by which it chooses
     * @param resumes whether the request says what it has; else it begins with what comes next
     * @param onClose run when it has left
     */
    record Client(Message request, boolean resumes, Optional<Caller> caller, Runnable onClose) {}

    /** What the client is told. */
    Telling join(Client client);

    /** Ends the calls; clients are sent away by their writers, and the next one opens them again. */
    void stop();
}
