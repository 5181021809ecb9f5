package news.platform.benchmarks.sse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Answers connections one after the other with these texts; the last one stays open. Pieces between {@code |} are sent apart. */
final class StreamServer implements AutoCloseable {
    static final String OK = "HTTP/1.1 200 \r\nContent-Type: text/event-stream\r\n\r\n";

    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> heads = new CopyOnWriteArrayList<>();

    StreamServer(String... answers) throws IOException {
        Thread.ofVirtual().start(() -> serve(List.of(answers)));
    }

    Target target() {
        return new Target(server.getLocalPort(), List.of("/lives:stream?topic=0"));
    }

    /** The heads of the requests so far. */
    List<String> heads() {
        return heads;
    }

    static String event(long position, String id) {
        return """
                id: %d
                event: live.created
                data: {"id":"%s","version":"1","title":"Benchmark %s","tags":["topic-0"],"publishTime":"2026-11-26T12:00:00Z"}

                """.formatted(position, id, id);
    }

    private void serve(List<String> answers) {
        for (int i = 0; i < answers.size(); i++) {
            try (Socket client = server.accept()) {
                heads.add(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                        .lines()
                        .takeWhile(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")));
                answer(client.getOutputStream(), answers.get(i));
                if (i == answers.size() - 1) {
                    over.await();
                }
            } catch (IOException _) {
                // the client has left
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void answer(OutputStream out, String text) throws IOException {
        for (String piece : text.split("\\|")) {
            out.write(piece.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
    }
}
