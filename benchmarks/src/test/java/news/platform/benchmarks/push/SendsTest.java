package news.platform.benchmarks.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendsTest {
    @TempDir
    private Path folder;

    @Test
    void countsWhatIsWrittenFromNowOnForOneStory() throws IOException {
        var file = folder.resolve("outbox.jsonl");
        Files.writeString(file, line("story/before"));
        var sends = Sends.from(file);

        var later = List.of("story/one", "story/two", "other/one", "story/one");
        for (String id : later) {
            Files.writeString(file, line(id), StandardOpenOption.APPEND);
        }

        assertThat(sends.count("story")).isEqualTo(new Sends.Count(2, 1));
    }

    private static String line(String id) {
        return "{\"time\":\"2026-01-01T00:00:00Z\",\"id\":\"" + id + "\",\"android\":\"token\"}\n";
    }
}
