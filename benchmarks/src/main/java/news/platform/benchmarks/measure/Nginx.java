package news.platform.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.file.ExitHook;
import news.platform.local.process.Pause;
import news.platform.local.process.Ports;
import news.platform.local.process.Programs;
import news.platform.local.process.Signals;

/** nginx with two workers, serving the bytes that the gateway answered from disk: the measure that all else is held to. */
public final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 2;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000;
              default_type application/json;
              gzip_static on;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              server { listen 127.0.0.1:%2$d; root %1$s/files; }
            }
            """;

    private final Path folder;
    private final int port;
    private final Process process;
    private final ExitHook hook;

    private Nginx(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        this.hook = ExitHook.add(() -> Signals.end(process.toHandle(), "TERM"));
    }

    public static boolean present() {
        return Programs.find("nginx").isPresent();
    }

    /** Starts it on a free port, its files below the folder. */
    public static Nginx start(Path folder) {
        try {
            int port = freePort();
            Files.createDirectories(folder.resolve("files"));
            readable(folder);
            Path file = Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(folder, port));
            String program = Programs.find("nginx").orElseThrow().toString();
            Process process = new ProcessBuilder(
                            program, "-e", folder.resolve("error.log").toString(), "-c", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            Nginx nginx = new Nginx(folder, port, process);
            nginx.awaitReady();
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The workers of a root's nginx are nobody. */
    private static void readable(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void awaitReady() throws IOException {
        for (int i = 0; i < 50 && process.isAlive(); i++) {
            if (Ports.answers(port)) {
                return;
            }
            Pause.of(Duration.ofMillis(100));
        }
        close();
        throw new Complaint("nginx did not start: " + text("error.log") + text("output.log"));
    }

    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** Puts the bytes where they are served, compressed too. */
    void serve(String name, byte[] bytes) {
        Path file = folder.resolve("files").resolve(name);
        try {
            Files.write(file, bytes);
            try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entity tag that it gives a file. */
    String tag(String name) {
        try (Edge edge = new Edge(port, Duration.ZERO, _ -> {})) {
            return edge.get("/" + name).headers().firstValue("etag").orElse("");
        }
    }

    public int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        hook.close();
        Signals.end(process.toHandle(), "TERM");
    }
}
