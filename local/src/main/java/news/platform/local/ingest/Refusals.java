package news.platform.local.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;

/** Which lines of a file were not taken, and why. */
final class Refusals {
    private static final int SHOWN = 10;
    private static final int LONGEST_REASON = 200;
    /** Leaves room for what was expected. */
    private static final int LONGEST_VALUE = 80;

    private final Path file;
    private final List<String> shown = new ArrayList<>();
    private int count;

    Refusals(Path file) {
        this.file = file;
    }

    /** Why a line is refused whose field is not as it should be. */
    static Complaint wrong(String field, String value, String expected) {
        return new Complaint(field + ": '" + cut(value, LONGEST_VALUE) + "' (expected: " + expected + ")");
    }

    /** What is read; empty where that complains, and then the line is refused. */
    <T> Optional<T> unlessRefused(int line, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Complaint e) {
            add(line, e.getMessage());
            return Optional.empty();
        }
    }

    void add(int line, String why) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(file + ", line " + line + ": " + cut(why));
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

    /** As much of it as a person reads. */
    static String cut(String text) {
        return cut(text, LONGEST_REASON);
    }

    /** In one line, without what a terminal would obey, and without half a character at its end. */
    private static String cut(String text, int length) {
        var plain = text.replaceAll("\\p{Cc}", " ");
        if (plain.length() <= length) {
            return plain;
        }
        int end = length - 1;
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
