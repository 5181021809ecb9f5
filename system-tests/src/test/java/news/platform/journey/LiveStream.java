package news.platform.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import tools.jackson.databind.json.JsonMapper;

/** The stream of lives as a client reads it, behind a position. */
final class LiveStream implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** An event: its position and whom it is about. */
    record Told(long position, String live) {}

    private final BufferedReader lines;

    LiveStream(Visitor reader, long position) {
        var request =
                HttpRequest.newBuilder(URI.create(reader.edge() + "/api/v1/lives:stream?streamPosition=" + position));
        try {
            var answer = reader.http().send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no stream: " + answer);
            }
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next. */
    Told next() {
        try {
            long id = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring(4));
                } else if (line.startsWith("event: reset")) {
                    throw new IllegalStateException("the stream was reset at " + id);
                } else if (line.startsWith("data: ")) {
                    return new Told(
                            id, JSON.readTree(line.substring(6)).path("id").asString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new NoSuchElementException("the stream has ended");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
