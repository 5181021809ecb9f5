package news.platform.benchmarks.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.platform.local.console.Progress;

/** What happened when. Safe for several threads. */
final class Timeline {
    private final Progress progress;
    private final long begin = System.nanoTime();
    private final List<Mark> marks = new ArrayList<>();

    /** @param seconds since the drill began */
    record Mark(double seconds, String text) {}

    Timeline(Progress progress) {
        this.progress = progress;
    }

    /** This happens now. */
    synchronized void mark(String text) {
        Mark mark = new Mark(seconds(System.nanoTime()), text);
        marks.add(mark);
        progress.line(String.format(Locale.ROOT, "%5.1f s  %s", mark.seconds, text));
    }

    /** When that was; in the time of {@link System#nanoTime()}. */
    double seconds(long nanoTime) {
        return (nanoTime - begin) / 1e9;
    }

    synchronized List<Mark> marks() {
        return List.copyOf(marks);
    }
}
