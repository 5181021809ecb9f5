package news.platform.grpc.client;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds callees again soon after they are back: gRPC's own pauses between attempts grow to two minutes and cannot be
 * configured, so a lost callee is tried again at a steady pace. Thread-safe.
 */
final class Reconnector {
    private final List<ManagedChannel> channels = new CopyOnWriteArrayList<>();

    void watch(ManagedChannel channel) {
        channels.add(channel);
    }

    /** Has those try again now that are waiting to. */
    void tryAgain() {
        channels.removeIf(ManagedChannel::isShutdown);
        channels.stream()
                .filter(channel -> channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE)
                .forEach(ManagedChannel::resetConnectBackoff);
    }
}
