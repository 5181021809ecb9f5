package news.platform.gateway.stream.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The event stream format, as bytes. */
public final class Sse {

    /** Says nothing and shows that the stream lives. */
    public static final String COMMENT = ":\n\n";

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);

    private Sse() {}

    /** After which time to come back: between so many shares of it, so that not all clients return at once. */
    public static String retry(Duration delay, double least, double most) {
        double share = ThreadLocalRandom.current().nextDouble(least, most);
        return "retry: " + Math.max(1, Math.round(delay.toMillis() * share)) + "\n\n";
    }

    /** An event without data: nothing happens at the client but that this becomes its last id. */
    public static byte[] position(long id) {
        return ("id: " + id + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * @param id empty for none
     * @param type empty for none
     * @param data one line of JSON
     */
    public static byte[] event(String id, String type, byte[] data) {
        var event = new ByteArrayOutputStream(data.length + id.length() + type.length() + 32);
        field(event, "id: ", id);
        field(event, "event: ", type);
        event.writeBytes(DATA);
        event.writeBytes(data);
        event.write('\n');
        event.write('\n');
        return event.toByteArray();
    }

    private static void field(ByteArrayOutputStream event, String name, String value) {
        if (!value.isEmpty()) {
            var line = name + value.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ') + "\n";
            event.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
