package news.platform.local.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import news.platform.local.console.Complaint;

/**
 * What was said after {@code ./news import}.
 *
 * @param material what the file is about
 * @param destination what its lines become, where it is news
 * @param replay how many lines a second are pushed as if they happened now; empty: all at once, as they say
 */
public record ImportOptions(Path file, Material material, Destination destination, OptionalDouble replay) {
    /** What a file is about. */
    public enum Material {
        /** Articles or lives. */
        NEWS,
        /** What instruments cost, a day a line. */
        PRICES,
        /** The economic calendar. */
        CALENDAR
    }

    private static final double FASTEST = 1000;

    /** Reads them. Complains about what it does not know. */
    public static ImportOptions parse(List<String> words) {
        var files = new ArrayList<String>();
        var materials = new ArrayList<Material>();
        var destination = Destination.ARTICLES;
        var replay = OptionalDouble.empty();
        for (var word = words.iterator(); word.hasNext(); ) {
            switch (word.next()) {
                case "--prices" -> materials.add(Material.PRICES);
                case "--calendar" -> materials.add(Material.CALENDAR);
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
        boolean asNews = destination == Destination.LIVES || replay.isPresent();
        if (materials.size() > 1 || !materials.isEmpty() && asNews) {
            throw new Complaint("Say one of --lives, --prices and --calendar; --replay is of news: see ./news help.");
        }
        var material = materials.isEmpty() ? Material.NEWS : materials.getFirst();
        return new ImportOptions(Path.of(files.getFirst()), material, destination, replay);
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
