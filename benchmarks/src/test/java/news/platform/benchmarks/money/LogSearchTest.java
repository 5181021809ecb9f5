package news.platform.benchmarks.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSearchTest {
    @TempDir
    private Path folder;

    private Set<String> found(String line) throws IOException {
        var log = Files.writeString(folder.resolve("mall.log"), line + "\n");
        var search = new LogSearch(List.of("a-secret-of-this-machine", "short"));
        search.read(log);
        return search.findings().keySet();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key=a-secret-of-this-machine.",
                "paid by 4111111111111111",
                "paid by 5500-0000-0000-0004",
                "paid by 3782 822463 10005",
                "Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwMTk4In0.c2ln",
                "-----BEGIN PRIVATE KEY-----",
                "event 7 of type x is a dead letter: y",
                "order-expiry 7 parked after 12 attempts"
            })
    void findsWhatNoLogMayHave(String line) throws IOException {
        assertThat(found(line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "in short",
                "order 4111111111111112",
                "at 1795000000000000000",
                "\"trace\":{\"id\":\"4111111111111111\"}",
                "0198a4111111111111111"
            })
    void letsEverythingElseBe(String line) throws IOException {
        assertThat(found(line)).isEmpty();
    }

    @Test
    void passesOverALogThatIsNotThere() {
        var search = new LogSearch(List.of());
        search.read(folder.resolve("none.log"));

        assertThat(search.lines()).isZero();
    }
}
