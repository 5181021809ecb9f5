package news.platform.grpc.warmup;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.ServerMethodDefinition;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import news.platform.policy.Policies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Calls what anybody may read of this service, over its own port, before it says that it is ready, so that its first
 * callers do not wait for classes, handshakes and connections. Whatever is answered is good; nothing fails the start.
 */
final class WarmUp implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    /** Of the limit; a first call may wait for much. */
    private static final int SHARE_OF_A_CALL = 3;

    private final WarmUpProperties properties;
    private final OwnServer server;
    private final OwnCalls own;
    private final Policies policies;
    private final ObjectProvider<BindableService> services;

    WarmUp(
            WarmUpProperties properties,
            OwnServer server,
            OwnCalls own,
            Policies policies,
            ObjectProvider<BindableService> services) {
        this.properties = properties;
        this.server = server;
        this.own = own;
        this.policies = policies;
        this.services = services;
    }

    /** Readiness comes after the runners. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (!properties.enabled()) {
            return;
        }
        try {
            List<OwnCall<?, ?>> calls = calls();
            if (!calls.isEmpty()) {
                server.connect().ifPresent(channel -> warm(channel, calls));
            }
        } catch (RuntimeException e) {
            log.warn("Not warm, going on cold", e);
        }
    }

    private List<OwnCall<?, ?>> calls() {
        return services.orderedStream()
                .flatMap(service -> service.bindService().getMethods().stream())
                .map(ServerMethodDefinition::getMethodDescriptor)
                .filter(method -> OwnCall.isHarmless(method, policies))
                .<OwnCall<?, ?>>map(OwnCall::of)
                .toList();
    }

    private void warm(ManagedChannel channel, List<OwnCall<?, ?>> calls) {
        own.open(calls.stream().map(call -> call.method().getFullMethodName()).collect(Collectors.toSet()));
        try {
            long start = System.nanoTime();
            int made = make(channel, calls, start + properties.limit().toNanos());
            log.info("Warm after {} ms and {} calls", (System.nanoTime() - start) / 1_000_000, made);
        } finally {
            own.close();
            channel.shutdownNow();
        }
    }

    private int make(ManagedChannel channel, List<OwnCall<?, ?>> calls, long end) {
        Duration most = properties.limit().dividedBy(SHARE_OF_A_CALL);
        int made = 0;
        for (OwnCall<?, ?> call : calls) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                return made;
            }
            make(call, channel, left.compareTo(most) < 0 ? left : most);
            made++;
        }
        return made;
    }

    private static void make(OwnCall<?, ?> call, ManagedChannel channel, Duration deadline) {
        try {
            call.make(channel, deadline);
        } catch (StatusRuntimeException e) {
            log.debug("{}: {}", call.method().getFullMethodName(), e.getStatus());
        }
    }
}
