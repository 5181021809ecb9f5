package news.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.Encoding;

@ExtendWith(OutputCaptureExtension.class)
class QuietSenderTest {
    private final FragileSender zipkin = new FragileSender();
    private final QuietSender sender = new QuietSender(zipkin);

    @Test
    void saysInOneLineThatZipkinIsAwayAndInOneThatItIsBack(CapturedOutput output) throws IOException {
        zipkin.up = false;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> sender.send(List.of())).isInstanceOf(IOException.class);
        }
        zipkin.up = true;
        sender.send(List.of());
        sender.send(List.of());

        assertThat(output.getOut().lines().filter(line -> line.contains("spans are dropped")))
                .hasSize(1);
        assertThat(output.getOut().lines().filter(line -> line.contains("takes spans again")))
                .hasSize(1);
        assertThat(output.getOut()).doesNotContain("\tat ");
    }

    private static final class FragileSender extends BytesMessageSender.Base {
        private boolean up = true;

        FragileSender() {
            super(Encoding.JSON);
        }

        @Override
        public int messageMaxBytes() {
            return 1000;
        }

        @Override
        public void send(List<byte[]> spans) throws IOException {
            if (!up) {
                throw new IOException("connection refused");
            }
        }

        @Override
        public void close() {}
    }
}
