package news.platform.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private void run(StandInGateway gateway, Path file) {
        Progress progress = new Progress(new PrintStream(output, true, StandardCharsets.UTF_8));
        try (Edge edge =
                new Edge(gateway.port(), Duration.ofSeconds(20), reason -> progress.line("waiting: " + reason))) {
            new ImportFile(edge, SECRET, progress).run(file);
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
