package news.platform.benchmarks.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.ingest.ImportOptions;
import news.platform.local.up.RunningPlatform;

/**
 * {@code ./news bench search --articles FILE}: imports a file of articles, asks for each in several ways, and says how well it is
 * found.
 */
public final class SearchBenchmark {
    private static final int QUICK_ARTICLES = 100;
    private static final String TEXT = """
            # Search: %s

            %s- %d articles of %s were imported; each was asked for, through the edge, and sought among the first ten hits, pinyin
              among the first ten suggestions
            - %d articles and lives were there to be found in all

            | asked by | questions | MRR@10 | recall@10 |
            |---|--:|--:|--:|
            %s
            """;

    private final Home home;
    private final RunningPlatform platform;
    private final Path file;
    private final boolean quick;
    private final Progress progress;
    private final Random random = new Random(20);

    public SearchBenchmark(Home home, RunningPlatform platform, Path file, boolean quick, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.file = file;
        this.quick = quick;
        this.progress = progress;
    }

    /** Runs it and writes the file. */
    public void run() {
        var all = Known.of(file);
        var known = quick ? all.subList(0, Math.min(QUICK_ARTICLES, all.size())) : all;
        if (known.isEmpty()) {
            throw new Complaint("There is no article with a title in " + file + ".");
        }
        platform.importFile(ImportOptions.parse(List.of(file.toString())), progress);
        platform.restartGateway(RunningPlatform.UNLIMITED);
        try (var seeker = new Seeker(platform);
                var index = new IndexManagement(platform)) {
            report(known.size(), index.inventory().items(), measures(seeker, known));
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private List<Measure> measures(Seeker seeker, List<Known> known) {
        var last = known.getLast().title();
        Seeker.await(() -> seeker.place(last, last) > 0, "\"" + last + "\" is not found");
        ToIntBiFunction<Known, String> searching = (article, question) -> seeker.place(article.title(), question);
        return Stream.of(
                        measure("its headline", known, article -> Optional.of(article.title()), searching),
                        measure("a passage of 8 words or 12 characters", known, one -> one.passage(random), searching),
                        measure("its headline, misspelled", known, Known::misspelled, searching),
                        measure("its headline, a character of it traditional", known, Known::traditional, searching),
                        measure(
                                "the beginning of its headline in pinyin, suggested",
                                known,
                                Known::pinyin,
                                (article, typed) -> seeker.placeOffered(article.title(), typed)))
                .filter(measure -> measure.asked() > 0)
                .toList();
    }

    private void report(int articles, int items, List<Measure> measures) {
        var name = file.getFileName().toString().replaceFirst("\\.jsonl?$", "");
        var lines = measures.stream().map(Measure::line).collect(Collectors.joining("\n"));
        var text = String.format(
                Locale.ROOT,
                TEXT,
                name,
                Machine.lines(Machine.facts(home)),
                articles,
                file.getFileName(),
                items,
                lines);
        progress.line("written: " + ResultFiles.write(home, "search-" + name + ".md", text));
    }

    private Measure measure(
            String kind,
            List<Known> known,
            Function<Known, Optional<String>> question,
            ToIntBiFunction<Known, String> finding) {
        int asked = 0;
        int found = 0;
        double reciprocal = 0;
        for (var article : known) {
            var text = question.apply(article);
            if (text.isPresent()) {
                asked++;
                int place = finding.applyAsInt(article, text.get());
                found += place > 0 ? 1 : 0;
                reciprocal += place > 0 ? 1.0 / place : 0;
            }
        }
        var measure = new Measure(kind, asked, reciprocal / Math.max(1, asked), (double) found / Math.max(1, asked));
        progress.line(measure.line());
        return measure;
    }
}
