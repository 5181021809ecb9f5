package news.platform.local.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import news.platform.local.console.Complaint;

/**
 * What was said after {@code ./news import}.
 *
 * @param replay how many lines a second are pushed as if they happened now; empty: all at once, as they say
 */
public record ImportOptions(Path file, Destination destination, OptionalDouble replay) {
    private static final double FASTEST = 1000;

    /** Reads them. Complains about what it does not know. */
    public static ImportOptions parse(List<String> words) {
        var files = new ArrayList<String>();
        var destination = Destination.ARTICLES;
        var replay = OptionalDouble.empty();
        for (var word = words.iterator(); word.hasNext(); ) {
            switch (word.next()) {
                case "--lives" -> destination = Destination.LIVES;
                case "--replay" -> replay = OptionalDouble.of(rate(word.hasNext() ? word.next() : ""));
                case String option
                when option.startsWith("--") ->
                    throw new Complaint("There is no option " + option + ": see ./news help.");
                case String file -> files.add(file);
            }
        }
        if (files.size() != 1) {
            throw new Complaint("Say which file, one: see ./news help.");
        }
        return new ImportOptions(Path.of(files.getFirst()), destination, replay);
    }

    private static double rate(String value) {
        try {
            double rate = Double.parseDouble(value);
            if (rate > 0 && rate <= FASTEST) {
                return rate;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Complaint("--replay: " + value + " (expected: how many a second, above 0, at most 1000)");
    }
}
