package news.platform.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileIT {
    private static final String SECRET = "0123456789abcdef";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void pushesInSignedBatchesAndCountsWhatCanBeRead() throws Exception {
        try (StandInGateway gateway = new StandInGateway(SECRET, 0)) {
            run(gateway, articles(120));

            assertThat(gateway.batchSizes()).containsExactly(50, 50, 20);
            assertThat(gateway.badSignatures()).isZero();
            assertThat(printed())
                    .contains("pushed 120: 120 CREATED", "120 of 120 can be read: GET /api/v1/articles?tag=articles");
        }
    }

    @Test
    void changesNothingWhenItIsRepeated() throws Exception {
        try (StandInGateway gateway = new StandInGateway(SECRET, 0)) {
            Path file = articles(60);
            run(gateway, file);

            run(gateway, file);

            assertThat(printed()).contains("pushed 60: 60 DUPLICATE", "60 of 60 can be read");
        }
    }

    @Test
    void waitsWhileThePlatformIsBusy() throws Exception {
        try (StandInGateway gateway = new StandInGateway(SECRET, 2)) {
            run(gateway, articles(5));

            assertThat(printed()).contains("waiting: HTTP 503 OVERLOADED: come back", "5 of 5 can be read");
        }
    }

    @Test
    void pushesLivesAsAPartnerOfTheirOwn() throws Exception {
        try (StandInGateway gateway = new StandInGateway(SECRET, 0)) {
            run(gateway, articles(60), "--lives");

            assertThat(gateway.partners()).containsExactly("local-lives");
            assertThat(gateway.badSignatures()).isZero();
            assertThat(printed()).contains("60 of 60 can be read: GET /api/v1/lives?tag=articles");
        }
    }

    @Test
    void replaysThemOneByOneAsIfTheyHappenedNow() throws Exception {
        try (StandInGateway gateway = new StandInGateway(SECRET, 0)) {
            Instant start = Instant.now();

            run(gateway, articles(3), "--lives", "--replay", "500");

            assertThat(gateway.batchSizes()).containsExactly(1, 1, 1);
            assertThat(gateway.dates())
                    .allSatisfy(date -> assertThat(Instant.parse(date)).isAfterOrEqualTo(start));
            assertThat(printed())
                    .contains("pushed 3: 3 CREATED", "3 of 3 can be read: GET /api/v1/lives?tag=articles-");
        }
    }

    @Test
    void saysWhichLinesItCannotTakeAndPushesTheOthers() throws Exception {
        try (StandInGateway gateway = new StandInGateway(SECRET, 0)) {
            var many = "{\"text\":\"" + "\\n&".repeat(190_000) + "\"}";
            Path file = Files.writeString(
                    folder.resolve("articles.jsonl"),
                    String.join(
                            "\n",
                            "{\"title\":\"One\"}",
                            "nonsense",
                            "null",
                            "{\"title\":\"Poison\"}",
                            "{\"title\":\"Unwanted\"}",
                            "{\"title\":\"T\",\"date\":\"soon\"}",
                            "{}",
                            many,
                            "{\"title\":\"Two\"}"));

            run(gateway, file);

            assertThat(printed())
                    .contains("articles.jsonl, line 2: no JSON", "line 3: not an object")
                    .contains("line 4: HTTP 400 BAD_NINJS: poison", "line 5: INVALID_ITEM: not this one")
                    .contains("line 6: date: 'soon' (expected: as 2026-11-27", "line 7: neither a text nor a title")
                    .contains("line 8: longer than 1 MB in the form", "2 CREATED, 1 INVALID_ITEM, 7 lines refused")
                    .contains("2 of 2 can be read");
        }
    }

    @Test
    void countsOnlyItsOwnWhereAFileOfTheSameNameBroughtOthers() throws Exception {
        try (StandInGateway gateway = new StandInGateway(SECRET, 0)) {
            run(gateway, articles(4));

            run(
                    gateway,
                    Files.writeString(
                            folder.resolve("articles.jsonl"),
                            "{\"id\":\"a1\",\"text\":\"T\"}\n{\"id\":\"b\",\"text\":\"T\"}"));

            assertThat(printed()).contains("pushed 2: 1 CREATED, 1 DUPLICATE", "2 of 2 can be read");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "[]", "{\"other\":1}", "7"})
    void failsWhereNothingInTheFileIsReadable(String text) throws Exception {
        try (StandInGateway gateway = new StandInGateway(SECRET, 0)) {
            Path file = Files.writeString(folder.resolve("nothing.jsonl"), text);

            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() -> run(gateway, file))
                    .withMessageContainingAll("Nothing of", "nothing.jsonl", "expected");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "--replay 0 a",
                "--replay fast a",
                "a --replay",
                "--live a",
                "--calendar --lives a",
                "--calendar --replay 2 a",
                "--calendar --prices a"
            })
    void refusesWhatItDoesNotKnow(String words) {
        List<String> said = words.isEmpty() ? List.of() : List.of(words.split(" "));

        assertThatExceptionOfType(Complaint.class).isThrownBy(() -> ImportOptions.parse(said));
    }

    private void run(StandInGateway gateway, Path file, String... options) {
        Progress progress = new Progress(new PrintStream(output, true, StandardCharsets.UTF_8));
        try (Edge edge =
                new Edge(gateway.port(), Duration.ofSeconds(20), reason -> progress.line("waiting: " + reason))) {
            List<String> words = Stream.concat(Stream.of(options), Stream.of(file.toString()))
                    .toList();
            new ImportFile(edge, SECRET, ImportOptions.parse(words), progress).run();
        }
    }

    private Path articles(int count) throws Exception {
        String lines = IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"a" + i + "\",\"title\":\"Title " + i + "\",\"text\":\"Text <b>" + i
                        + "</b>\",\"date\":null,\"lang\":\"en\"}")
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("articles.jsonl"), lines);
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
