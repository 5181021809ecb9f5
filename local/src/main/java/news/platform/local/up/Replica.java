package news.platform.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Http;
import news.platform.local.file.ExitHook;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;
import news.platform.local.process.Signals;
import news.platform.local.service.Service;

/** A second process of a service that runs already, which ends when this is closed. */
public final class Replica implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final ExitHook hook;

    private Replica(Process process) {
        this.process = process;
        this.hook = ExitHook.add(process::destroyForcibly);
    }

    /** With these properties beside its own and the same ports on another address; returns when it is ready. */
    static Replica start(Home home, Assembly assembly, String name, String address, Map<String, String> properties) {
        if (!(assembly.part(name).orElse(null) instanceof Service service)) {
            throw new Complaint("There is no service " + name + ".");
        }
        Map<String, String> own = new TreeMap<>(properties);
        own.put("server.address", address);
        own.put(service.isEdge() ? "management.server.address" : "spring.grpc.server.address", address);
        int port = assembly.table().actuatorPort(name).orElseThrow();
        return start(home, service.with(own), "http://" + address + ":" + port + "/actuator/health/readiness");
    }

    /** @param health where it says that it is ready */
    private static Replica start(Home home, Service service, String health) {
        service.prepare();
        Path log = home.log(service.name() + "-2");
        ProcessBuilder builder = new ProcessBuilder(service.command())
                .directory(home.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(service.environment());
        try {
            Replica replica = new Replica(builder.start());
            if (!replica.awaitReady(health)) {
                replica.close();
                throw new Complaint("A second " + service.name() + " did not start: see " + log);
            }
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean awaitReady(String health) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (Http.status(health) == 200) {
                return true;
            }
            Pause.of(Duration.ofMillis(200));
        }
        return false;
    }

    @Override
    public void close() {
        hook.close();
        Signals.end(process.toHandle(), "TERM");
    }
}
