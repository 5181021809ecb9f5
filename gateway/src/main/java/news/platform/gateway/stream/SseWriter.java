package news.platform.gateway.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Writes the event stream format; each event is flushed whole. */
final class SseWriter {

    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;

    SseWriter(OutputStream out) {
        this.out = out;
    }

    /** After which time to come back, give or take a third, so that not all clients return at once. */
    void retry(Duration delay) throws IOException {
        long third = Math.max(1, delay.toMillis() / 3);
        long jitter = ThreadLocalRandom.current().nextLong(-third, third + 1);
        write(("retry: " + (delay.toMillis() + jitter) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    void heartbeat() throws IOException {
        write(HEARTBEAT);
    }

    /**
     * @param id empty for none
     * @param type empty for none
     * @param data one line of JSON
     */
    void event(String id, String type, byte[] data) throws IOException {
        var event = new ByteArrayOutputStream(data.length + 64);
        field(event, "id: ", id);
        field(event, "event: ", type);
        event.write(DATA);
        event.write(data);
        event.write('\n');
        event.write('\n');
        write(event.toByteArray());
    }

    private static void field(ByteArrayOutputStream event, String name, String value) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        var line = name + value.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ') + "\n";
        event.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
