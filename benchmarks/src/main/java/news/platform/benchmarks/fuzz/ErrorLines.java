package news.platform.benchmarks.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.platform.fuzz.verdict.Finding;
import news.platform.local.file.Home;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of level ERROR that the parts write from the moment on at which this is made. */
final class ErrorLines {
    private static final String ERROR = "\"level\":\"ERROR\"";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 1200;

    private final Map<Path, Long> begins = new LinkedHashMap<>();

    /** @param parts of which each writes a log as JSON, which may be yet to come */
    ErrorLines(Home home, List<String> parts) {
        parts.stream().map(home::log).forEach(log -> begins.put(log, size(log)));
    }

    /** One of each kind, with how many there were. */
    List<Finding> findings() {
        Map<String, Finding> kinds = new TreeMap<>();
        begins.forEach((log, begin) -> lines(log, begin).forEach(line -> {
            Finding finding = finding(log.getFileName().toString(), line);
            kinds.merge(finding.what(), finding, ErrorLines::again);
        }));
        return List.copyOf(kinds.values());
    }

    private static Finding again(Finding first, Finding other) {
        return new Finding(
                first.what(), first.count() + other.count(), first.operation(), first.request(), first.answer());
    }

    private static Finding finding(String log, String line) {
        JsonNode json = parse(line);
        String message = json.path("message").asString(line).replaceAll("[0-9a-f]*\\d[0-9a-f]*", "#");
        String type = json.path("error").path("type").asString("");
        String what = "ERROR in " + log + ": " + json.path("log").path("logger").asString("") + " " + type + " "
                + message.substring(0, Math.min(160, message.length()));
        return new Finding(what, 1, log, "trace " + trace(json), line.substring(0, Math.min(SHOWN, line.length())));
    }

    private static String trace(JsonNode json) {
        return Stream.of(json.path("trace").path("id"), json.path("traceId"), json.path("trace.id"))
                .map(node -> node.asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("unknown");
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException _) {
            return 0;
        }
    }

    private static List<String> lines(Path log, long begin) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(begin > file.length() ? 0 : begin);
            return new java.io.BufferedReader(Channels.newReader(file.getChannel(), StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.contains(ERROR))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
