package news.platform.thirdparty.trial;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import news.platform.thirdparty.clean.ItemCleaner;
import news.platform.thirdparty.parse.FeedReader;
import org.springframework.boot.logging.LoggingSystem;

/** Reads feeds out of a folder and prints what became of each; needs neither database nor network. */
final class TrialFeeds {
    private static final String ROW = "%-50s  %-10s  %5s  %s%n";

    private final FeedTrial trial = new FeedTrial(new FeedReader(), new ItemCleaner(Clock.systemUTC()));
    private final PrintStream out;

    private TrialFeeds(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        LoggingSystem.get(TrialFeeds.class.getClassLoader()).beforeInitialize();
        // what a command was asked for is no message about its work, so it is not logged
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            print(Path.of(arguments[0]), out);
        }
    }

    static void print(Path folder, PrintStream out) throws IOException {
        new TrialFeeds(out).print(files(folder), folder);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("(?i).+\\.(xml|rss|atom|rdf|cdf|json)"))
                    .sorted()
                    .toList();
        }
    }

    private void print(List<Path> files, Path folder) throws IOException {
        int refused = 0;
        int lenient = 0;
        out.printf(ROW, "FILE", "OUTCOME", "ITEMS", "TITLE");
        for (Path file : files) {
            FeedTrial.Outcome outcome = trial.of(file);
            refused += outcome.kind() == FeedTrial.Kind.REFUSED ? 1 : 0;
            lenient += outcome.kind() == FeedTrial.Kind.LENIENT ? 1 : 0;
            out.printf(
                    ROW,
                    visible(folder.relativize(file).toString()),
                    outcome.kind(),
                    outcome.items(),
                    visible(text(outcome)));
        }
        out.printf(
                "%d files: %d read, of which %d leniently, and %d refused.%n",
                files.size(), files.size() - refused, lenient, refused);
    }

    private static String text(FeedTrial.Outcome outcome) {
        return outcome.fault().isEmpty() ? outcome.title() : outcome.title() + " (" + outcome.fault() + ")";
    }

    private static String visible(String text) {
        return text.strip().replaceAll("\\p{C}+", " ");
    }
}
