package news.platform.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A real nginx that serves one file, as it was answered by somebody else. */
record FileServer(Process process, int port) implements AutoCloseable {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    static boolean isInstalled() {
        return Files.isExecutable(NGINX);
    }

    static FileServer of(Path folder, HttpResponse<byte[]> answer) throws IOException {
        var modified = answer.headers().firstValue("Last-Modified").orElseThrow();
        var file = Files.write(Files.createDirectories(folder.resolve("files")).resolve("image"), answer.body());
        Files.setLastModifiedTime(
                file,
                FileTime.from(ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant()));
        int port = RunningPlatform.freePort();
        var configuration = Files.writeString(
                folder.resolve("nginx.conf"), """
                daemon off;
                user %3$s;
                pid %1$s/pid;
                error_log stderr;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c; uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
                    if_modified_since before;
                    max_ranges 1;
                    default_type image/jpeg;
                    add_header Cache-Control "public, max-age=31536000, immutable";
                    server { listen 127.0.0.1:%2$d; root %1$s/files; }
                }
                """.formatted(folder, port, System.getProperty("user.name")));
        var process = new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-c", configuration.toString())
                .inheritIO()
                .start();
        await().until(() -> isOpen(port));
        return new FileServer(process, port);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/image";
    }

    private static boolean isOpen(int port) {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
