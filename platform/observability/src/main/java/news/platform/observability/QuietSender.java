package news.platform.observability;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.Encoding;

/**
 * Says in one line that spans are dropped because Zipkin does not take them, and in one that it does again; the reporter
 * itself would print a stack trace per batch.
 */
final class QuietSender implements BytesMessageSender {
    private static final Logger log = LoggerFactory.getLogger(QuietSender.class);

    private final BytesMessageSender sender;
    private final AtomicBoolean failing = new AtomicBoolean();

    QuietSender(BytesMessageSender sender) {
        this.sender = sender;
    }

    @Override
    public void send(List<byte[]> spans) throws IOException {
        try {
            sender.send(spans);
        } catch (IOException | RuntimeException e) {
            if (failing.compareAndSet(false, true)) {
                log.warn("spans are dropped until Zipkin takes them: {}", e.toString());
            }
            throw e;
        }
        if (failing.compareAndSet(true, false)) {
            log.info("Zipkin takes spans again");
        }
    }

    @Override
    public Encoding encoding() {
        return sender.encoding();
    }

    @Override
    public int messageMaxBytes() {
        return sender.messageMaxBytes();
    }

    @Override
    public int messageSizeInBytes(List<byte[]> spans) {
        return sender.messageSizeInBytes(spans);
    }

    @Override
    public int messageSizeInBytes(int size) {
        return sender.messageSizeInBytes(size);
    }

    @Override
    public void close() throws IOException {
        sender.close();
    }
}
