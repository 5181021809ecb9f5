package news.platform.local.up;

import java.util.List;
import java.util.Map;
import news.platform.local.console.Complaint;
import news.platform.local.console.Failures;

/**
 * Broker and services of a running platform with the compilers that they have where they are deployed, the gateway from its next start
 * on, until it is closed: what starts fast is slower than that as long as it runs (ADR 33). Either takes a minute or two.
 */
public final class Deployment implements AutoCloseable {
    private final RunningPlatform platform;
    private final List<String> parts;

    private Deployment(RunningPlatform platform) {
        this.platform = platform;
        this.parts = platform.compiledParts();
    }

    /** Starts broker and all services that run anew. */
    public static Deployment begin(RunningPlatform platform) {
        var deployment = new Deployment(platform);
        platform.compileAsDeployed(true);
        try {
            deployment.parts.forEach(part -> platform.restart(part, Map.of()));
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
        parts.forEach(part -> failures.attempt(() -> platform.reset(part)));
        failures.attempt(() -> platform.reset(RunningPlatform.GATEWAY));
        failures.report();
    }
}
