package news.platform.local.up;

import java.util.List;
import java.util.Map;
import news.platform.local.console.Complaint;
import news.platform.local.console.Failures;

/**
 * The services of a running platform with the compilers that the chart gives them, the gateway from its next start on, until it is
 * closed: what starts fast is slower than that as long as it runs (ADR 33). Either takes a minute or two.
 */
public final class Deployment implements AutoCloseable {
    private final RunningPlatform platform;
    private final List<String> services;

    private Deployment(RunningPlatform platform) {
        this.platform = platform;
        this.services = platform.runningServices();
    }

    /** Starts all services that run anew. */
    public static Deployment begin(RunningPlatform platform) {
        var deployment = new Deployment(platform);
        platform.compileAsDeployed(true);
        try {
            deployment.services.forEach(service -> platform.restart(service, Map.of()));
            return deployment;
        } catch (RuntimeException e) {
            try {
                deployment.close();
            } catch (Complaint more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    /** Starts them and the gateway anew, as they were. */
    @Override
    public void close() {
        platform.compileAsDeployed(false);
        var failures = new Failures();
        services.forEach(service -> failures.attempt(() -> platform.reset(service)));
        failures.attempt(() -> platform.reset(RunningPlatform.GATEWAY));
        failures.report();
    }
}
