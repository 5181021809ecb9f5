package news.platform.content.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Against Adobe's S3Mock, a server of its own. */
class S3BlobStoreIT extends BlobStoreContract {
    private static final String BUCKET = "images";
    private static final String IN_THE_JAR = "/org/springframework/boot/loader/launch/JarLauncher.class";

    @TempDir
    static Path folder;

    private static int port;
    private static Process server;

    @BeforeAll
    static void start() throws Exception {
        port = freePort();
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString(),
                        "--server.port=0",
                        "--http.port=" + port,
                        "--vectors.http.port=0",
                        "--vectors.https.port=0",
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                        "--com.adobe.testing.s3mock.store.root=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "s3mock.log").toFile())
                .start();
        await("S3Mock, see target/s3mock.log").atMost(Duration.ofMinutes(2)).until(S3BlobStoreIT::isOpen);
    }

    @AfterAll
    static void stop() {
        server.destroy();
        server.onExit().join();
    }

    @Override
    BlobStore store() {
        return StoreConfiguration.of(new StoreProperties(
                folder,
                new StoreProperties.S3(
                        BUCKET,
                        "us-east-1",
                        URI.create("http://127.0.0.1:" + port),
                        "anybody",
                        "anything",
                        Duration.ofSeconds(30))));
    }

    private static Path jar() throws Exception {
        var place = Objects.requireNonNull(S3BlobStoreIT.class.getResource(IN_THE_JAR), "the jar of S3Mock")
                .toString();
        return Path.of(URI.create(place.substring("jar:".length(), place.indexOf("!/"))));
    }

    private static boolean isOpen() {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
