package news.platform.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void skipsAByteOrderMarkAndBlankLinesAndKeepsTheNumbers() throws IOException {
        assertThat(lines("\uFEFFa\r\n \n\nb".getBytes(StandardCharsets.UTF_8))).containsExactly("1 a", "4 b");
    }

    @Test
    void refusesALineThatIsNotUtf8AndTakesTheOthers() throws IOException {
        assertThat(lines("a\n\u00e9\nb\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("1 a", "3 b");
        assertThat(printed()).contains("line 2: is not UTF-8");
    }

    @Test
    void refusesALineThatIsTooLongAndTakesTheOthers() throws IOException {
        var longest = "x".repeat(TextFile.LONGEST);

        assertThat(lines((longest + "\n" + longest + "x\nb").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1 " + longest, "3 b");
        assertThat(printed()).contains("line 2: longer than 1 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "true"})
    void refusesWhatIsNoObject(String text) throws IOException {
        assertThat(objects(text + "\n{}")).containsExactly("2 {}");
        assertThat(printed()).contains("line 1: not an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{", "{} {}", "{\"a\":}"})
    void refusesWhatIsNotJson(String text) throws IOException {
        assertThat(objects(text + "\n{}")).containsExactly("2 {}");
        assertThat(printed()).contains("line 1: no JSON: ");
    }

    @Test
    void showsOnlyTheBeginningOfALongReasonAndNothingATerminalObeys() {
        var refusals = new Refusals(Path.of("file"));
        refusals.add(
                1,
                Refusals.wrong("a", "\u001b[31m\u009b" + "no".repeat(500), "another")
                        .getMessage());
        refusals.add(2, "no".repeat(500));
        refusals.print(new Progress(new PrintStream(output, true, StandardCharsets.UTF_8)));

        assertThat(printed()).contains("a: ' [31m no", "…' (expected: another)").doesNotContain("\u001b", "\u009b");
        assertThat(printed().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .hasSizeLessThan(240));
    }

    @Test
    void saysInPlainWordsThatThereIsNoFile() {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> new TextFile(folder, new Refusals(folder)))
                .withMessage(folder + " is a folder (expected: a file).");
        var absent = folder.resolve("absent");
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> new TextFile(absent, new Refusals(absent)))
                .withMessage("There is no file " + absent + ".");
    }

    private List<String> lines(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("file"), bytes);
        var refusals = new Refusals(file);
        var lines = new ArrayList<String>();
        new TextFile(file, refusals).each((text, number) -> lines.add(number + " " + text.strip()));
        refusals.print(new Progress(new PrintStream(output, true, StandardCharsets.UTF_8)));
        return lines;
    }

    private List<String> objects(String text) throws IOException {
        var file = Files.writeString(folder.resolve("file"), text);
        var refusals = new Refusals(file);
        var objects = new ArrayList<String>();
        new TextFile(file, refusals).eachObject((object, number) -> objects.add(number + " " + object));
        refusals.print(new Progress(new PrintStream(output, true, StandardCharsets.UTF_8)));
        return objects;
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
