package news.platform.thirdparty.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialFeedsTest {
    @TempDir
    private Path folder;

    @Test
    void saysOfEachFileWhatBecameOfIt() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        write("a.xml", "<rss><channel><title>Ä\u0007</title><item><title>x</title></item><item/></channel></rss>");
        write("more/b.rss", "<rss><channel><title>B</title><item><title>x</title></item></channel>");
        write("c.xml", "<html/>");
        write("LICENSE", "no feed");

        String table = printed();

        assertThat(table.lines().map(line -> line.replaceAll("\\s+", " ").strip()))
                .hasSize(5)
                .contains("FILE OUTCOME ITEMS TITLE", "a.xml OK 1 Ä", "c.xml REFUSED 0 (an HTML page, not a feed)")
                .anyMatch(line -> line.startsWith("more/b.rss LENIENT 1 B ("))
                .endsWith("3 files: 2 read, of which 1 leniently, and 1 refused.");
    }

    @Test
    void saysThatThereIsNothing() throws IOException {
        assertThat(printed()).endsWith("0 files: 0 read, of which 0 leniently, and 0 refused.\n");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Files.write(folder.resolve("large.xml"), new byte[6 * 1024 * 1024]);

        assertThat(printed()).contains("more than 5242880 bytes");
    }

    private String printed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            TrialFeeds.print(folder, out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
