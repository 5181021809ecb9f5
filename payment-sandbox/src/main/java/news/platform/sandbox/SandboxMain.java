package news.platform.sandbox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The process that is the sandbox. Takes {@code SANDBOX_PORT} and {@code SANDBOX_SECRET} from its environment, and does not start in a
 * production profile.
 */
public final class SandboxMain {
    private static final int MIN_SECRET = 16;

    private SandboxMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // else an answer waits for the acknowledgement of its own headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var stopped = new CountDownLatch(1);
        try (var server = start(System.getenv())) {
            System.out.println("the sandbox is at " + server.url());
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
            stopped.await();
        }
    }

    /** Starts it as the environment says, or refuses with an IllegalStateException that says why. */
    static SandboxServer start(Map<String, String> environment) throws IOException {
        var profiles = environment.getOrDefault("SPRING_PROFILES_ACTIVE", "");
        if (Arrays.stream(profiles.split(",")).map(String::strip).anyMatch("production"::equals)) {
            throw new IllegalStateException("SPRING_PROFILES_ACTIVE: " + profiles
                    + " (expected: not production, where payments without money open what is sold)");
        }
        var secret = environment.getOrDefault("SANDBOX_SECRET", "");
        if (secret.length() < MIN_SECRET) {
            throw new IllegalStateException("SANDBOX_SECRET: too short (expected: >= " + MIN_SECRET + " characters)");
        }
        return SandboxServer.start(
                Integer.parseInt(environment.getOrDefault("SANDBOX_PORT", "0")), secret, InstantSource.system());
    }
}
