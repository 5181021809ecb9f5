package news.platform.grpc.client;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Finds callees again soon after they are back: gRPC's own pauses between attempts grow to two minutes and cannot be
 * configured, so a lost callee is tried again at a steady pace.
 */
final class Reconnector implements AutoCloseable {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("callee-reconnect").factory());
    private final long intervalMillis;

    Reconnector(Duration interval) {
        this.intervalMillis = interval.toMillis();
    }

    void watch(ManagedChannel channel) {
        ConnectivityState state = channel.getState(false);
        if (state == ConnectivityState.SHUTDOWN) {
            return;
        }
        if (state == ConnectivityState.TRANSIENT_FAILURE) {
            tryAgainLater(channel);
        }
        channel.notifyWhenStateChanged(state, () -> watch(channel));
    }

    private void tryAgainLater(ManagedChannel channel) {
        if (!scheduler.isShutdown()) {
            scheduler.schedule(() -> tryAgain(channel), intervalMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void tryAgain(ManagedChannel channel) {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
            tryAgainLater(channel);
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
