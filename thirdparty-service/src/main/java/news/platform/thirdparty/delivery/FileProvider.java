package news.platform.thirdparty.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes each message as a line of JSON into a file that only its owner can read, and sends nothing: for a machine without
 * accounts at those who would.
 */
final class FileProvider implements Provider {
    private final Path file;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final ReentrantLock writing = new ReentrantLock();

    FileProvider(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public boolean carries(Address address) {
        return true;
    }

    @Override
    public List<Outcome> deliver(List<Message> messages) throws IOException {
        var lines = messages.stream().map(this::line).collect(Collectors.joining());
        writing.lock();
        try (var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } finally {
            writing.unlock();
        }
        return messages.stream().<Outcome>map(_ -> new Outcome.Accepted()).toList();
    }

    private String line(Message message) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("time", clock.instant().toString());
        fields.put("id", message.id());
        switch (message.address()) {
            case Address.Device(var network, var token) ->
                fields.put(network.name().toLowerCase(Locale.ROOT), token);
            case Address.Email(var address) -> fields.put("email", address);
            case Address.Phone(var number) -> fields.put("phone", number);
        }
        fields.put("title", message.title());
        fields.put("body", message.body());
        fields.put("link", message.link());
        return json.writeValueAsString(fields) + "\n";
    }
}
