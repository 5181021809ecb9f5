package news.platform.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes, politely first. */
public final class Signals {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Signals() {}

    /** Sends the signal and waits; what has not ended by then is killed. */
    public static void end(ProcessHandle process, String signal) {
        end(process, signal, PATIENCE);
    }

    /** As {@link #end(ProcessHandle, String)}, with another limit. */
    public static void end(ProcessHandle process, String signal, Duration limit) {
        send(process, signal);
        if (!waitFor(process, limit)) {
            process.destroyForcibly();
            waitFor(process, PATIENCE);
        }
    }

    /** Sends a signal by name: the JDK itself knows only TERM and KILL, and PostgreSQL wants INT. */
    public static void send(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** True when it has ended within the time. */
    public static boolean waitFor(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException _) {
            return !process.isAlive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
