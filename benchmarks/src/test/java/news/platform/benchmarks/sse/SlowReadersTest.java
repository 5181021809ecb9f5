package news.platform.benchmarks.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SlowReadersTest {
    @Test
    void findOutBehindWhatWaitsThatTheyWereCutOff() throws IOException {
        try (StreamServer server = new StreamServer(StreamServer.OK + "data: 1\n\n", StreamServer.OK);
                SlowReaders readers = new SlowReaders(server.target(), 2)) {

            assertThat(readers.cutOff()).isEqualTo(1);
        }
    }
}
