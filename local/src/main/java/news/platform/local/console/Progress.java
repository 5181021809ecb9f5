package news.platform.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines for the person who waits, each with the seconds since the beginning. Safe for several threads. */
public final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void line(String text) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", elapsed().toMillis() / 1000.0, text));
        out.flush();
    }

    /** A line without a time. */
    public void plain(String text) {
        out.println(text);
        out.flush();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
