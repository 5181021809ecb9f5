package news.platform.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import news.platform.test.TrialData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The transcoding conformance rows, which lie beside the repository and not in it; without them their tests are skipped. */
public final class SharedRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SharedRows() {}

    /** One JSON value a line. */
    public static Stream<JsonNode> lines(String file) {
        return read(file).lines().filter(line -> !line.isBlank()).map(JSON::readTree);
    }

    /** One JSON list of strings. */
    public static Stream<String> list(String file) {
        return JSON.readTree(read(file)).valueStream().map(JsonNode::asString);
    }

    /** The rows that always run. */
    public static Stream<JsonNode> own(String resource) {
        try (var in = SharedRows.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(resource);
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines().toList().stream().map(JSON::readTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(TrialData.require("transcoding/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the fields that a row allows a refusal to name. */
    public static List<String> alternatives(String names) {
        return List.of(names.split("\\|", -1));
    }
}
