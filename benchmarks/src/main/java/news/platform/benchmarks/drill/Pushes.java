package news.platform.benchmarks.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.local.file.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was pushed since a drill began, as this machine's outbox has it. */
final class Pushes {
    private final Path file;
    private final JsonMapper json = new JsonMapper();
    private final long from;

    /**
     * How a story went out.
     *
     * @param told devices that were told
     * @param again how often one was told that had been told before
     * @param firstSeconds from the time that was asked about to the first
     * @param lastSeconds to the last
     */
    record Fanout(int devices, int told, int again, double firstSeconds, double lastSeconds) {}

    Pushes(Home home) {
        this.file = home.state().resolve("outbox.jsonl");
        this.from = size();
    }

    private long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of one headline. */
    Fanout of(String headline, Cast cast, Instant since) {
        Set<String> devices = cast.members().stream().map(Cast.Member::device).collect(Collectors.toSet());
        Map<String, Integer> told = new HashMap<>();
        double first = 0;
        double last = 0;
        for (String line : lines()) {
            JsonNode push = json.readTree(line);
            String device = push.path("fcm").asString("");
            if (devices.contains(device) && push.path("title").asString("").equals(headline)) {
                double seconds =
                        Duration.between(since, Instant.parse(push.path("time").asString()))
                                        .toMillis()
                                / 1e3;
                first = told.isEmpty() ? seconds : Math.min(first, seconds);
                last = Math.max(last, seconds);
                told.merge(device, 1, Integer::sum);
            }
        }
        int again = told.values().stream().mapToInt(count -> count - 1).sum();
        return new Fanout(devices.size(), told.size(), again, first, last);
    }

    private List<String> lines() {
        if (size() <= from) {
            return List.of();
        }
        try (var channel = Files.newByteChannel(file)) {
            channel.position(from);
            var bytes = ByteBuffer.allocate((int) (channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until it is full
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
