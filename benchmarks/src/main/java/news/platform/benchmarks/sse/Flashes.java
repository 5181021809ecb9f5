package news.platform.benchmarks.sse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of lives that came, each once, so that a client remembers a number. An event is read as JSON when it comes
 * first; to all later clients it is the same bytes. For one thread.
 */
final class Flashes {
    private static final String TOPIC = "topic-";

    private final JsonMapper json = new JsonMapper();
    private final List<Known> known = new ArrayList<>();
    private final Map<Version, Flash> flashes = new HashMap<>();
    private final List<Flash> all = new ArrayList<>();

    private record Known(byte[] data, Flash flash) {}

    private record Version(String id, long version) {}

    /** What these bytes say. The latest are looked at first, for they go to many clients one after the other. */
    Flash of(byte[] bytes, int from, int to, long position) {
        for (int i = known.size() - 1; i >= 0; i--) {
            byte[] data = known.get(i).data;
            if (Arrays.equals(data, 0, data.length, bytes, from, to)) {
                return known.get(i).flash;
            }
        }
        byte[] data = Arrays.copyOfRange(bytes, from, to);
        JsonNode live = json.readTree(new String(data, StandardCharsets.UTF_8));
        Version version =
                new Version(live.path("id").asString(""), live.path("version").asLong(0));
        Flash flash = flashes.computeIfAbsent(version, name -> flash(name, live, position));
        known.add(new Known(data, flash));
        return flash;
    }

    private Flash flash(Version version, JsonNode live, long position) {
        List<String> tags = StreamSupport.stream(live.path("tags").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        int topic = tags.stream()
                .filter(tag -> tag.startsWith(TOPIC))
                .mapToInt(tag -> Integer.parseInt(tag.substring(TOPIC.length())))
                .findFirst()
                .orElse(-1);
        Flash flash = new Flash(
                all.size(),
                version.id,
                version.version,
                live.path("title").asString(""),
                topic,
                tags.contains("burst"),
                position,
                micros(live.path(version.version > 1 ? "updateTime" : "publishTime")
                        .asString("")));
        all.add(flash);
        return flash;
    }

    private static long micros(String time) {
        return time.isEmpty() ? Micros.now() : Micros.of(Instant.parse(time));
    }

    /** By number. */
    List<Flash> all() {
        return List.copyOf(all);
    }

    /** The data of one event of this topic, empty where none came. */
    String sample(int topic) {
        return known.stream()
                .filter(each -> each.flash.topic() == topic)
                .map(each -> new String(each.data, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
