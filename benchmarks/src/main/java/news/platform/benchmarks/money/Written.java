package news.platform.benchmarks.money;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import news.platform.local.file.Home;
import tools.jackson.databind.json.JsonMapper;

/** What the whole platform wrote since a run began: all logs, all events at the broker, and the latest traces of each process. */
final class Written {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /** What {@code ./news up} tells who started it, the password of the accounts for trying out included. */
    private static final String CONSOLE = "launcher.log";
    /** Of each process: all of them at once would be too much for a small heap. */
    private static final int TRACES = 20;

    private final Home home;
    private final String zipkinUrl;

    Written(Home home, String zipkinUrl) {
        this.home = home;
        this.zipkinUrl = zipkinUrl;
    }

    /** Searches it; what was killed meanwhile has been searched by then. */
    void search(LogSearch search, Instant since) {
        changed(home.logs(), since)
                .filter(log -> log.getFileName().toString().endsWith(".log")
                        && !log.getFileName().toString().equals(CONSOLE))
                .forEach(search::read);
        // payloads are not compressed, so text in them stands there as it is
        changed(home.data().resolve("kafka"), since)
                .filter(file -> file.getFileName().toString().endsWith(".log")
                        && topic(file).startsWith("news."))
                .forEach(segment -> search.read("topic " + topic(segment), segment));
        traces(search);
    }

    private static String topic(Path segment) {
        return segment.getName(segment.getNameCount() - 2).toString();
    }

    private static Stream<Path> changed(Path folder, Instant since) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> isChanged(file, since)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isChanged(Path file, Instant since) {
        try {
            return Files.isRegularFile(file)
                    && !Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (IOException _) {
            // it is gone
            return false;
        }
    }

    /** Where they are collected at all. */
    private void traces(LogSearch search) {
        try (var client = HttpClient.newHttpClient()) {
            for (var service : JSON.readTree(get(client, "/api/v2/services"))) {
                var name = URLEncoder.encode(service.asString(), StandardCharsets.UTF_8);
                var traces = get(client, "/api/v2/traces?limit=" + TRACES + "&serviceName=" + name);
                // one span after the other, as lines of a log are
                List.of(traces.split("(?<=\\}),(?=\\{)")).forEach(span -> search.read("traces of " + name, span));
            }
        } catch (IOException _) {
            // up without Zipkin
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(zipkinUrl + path)).timeout(TIMEOUT);
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
