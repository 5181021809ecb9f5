package news.platform.local.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.platform.local.console.Progress;

/** Which lines of a file were not taken, and why. */
final class Refusals {
    private static final int SHOWN = 10;

    private final Path file;
    private final List<String> shown = new ArrayList<>();
    private int count;

    Refusals(Path file) {
        this.file = file;
    }

    void add(int line, String why) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(file + ", line " + line + ": " + why);
        }
    }

    int count() {
        return count;
    }

    /** The first of them. */
    void print(Progress progress) {
        shown.forEach(line -> progress.line("refused " + line));
        if (count > shown.size()) {
            progress.line("refused " + (count - shown.size()) + " more");
        }
    }
}
