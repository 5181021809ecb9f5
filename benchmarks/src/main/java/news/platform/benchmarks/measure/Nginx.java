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

/** nginx with two workers on the same machine: the measure that all else is held to. */
public final class Nginx implements AutoCloseable {
    private static final Path STREAMS_MODULE = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 2;
            %3$s
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 12000; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000;
              default_type application/json;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              server {
                listen 127.0.0.1:%2$d backlog=4096;
                root %1$s/files;
                %4$s
              }
            }
            """;
    private static final String FILES = "gzip_static on;";
    /** As often as the gateway says that a stream lives. */
    private static final String STREAMS = """
            location ~ ^/streams/([0-9]+)$ {
                  nchan_subscriber eventsource;
                  nchan_channel_id $1;
                  nchan_subscriber_first_message newest;
                  nchan_eventsource_ping_interval 15;
                }
                location ~ ^/events/([0-9]+)$ {
                  nchan_publisher;
                  nchan_channel_id $1;
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

    /** Whether it has Nchan, by which it serves event streams. */
    public static boolean streams() {
        return present() && Files.exists(STREAMS_MODULE);
    }

    /** Starts it on a free port, to serve from disk what the gateway answered; its files are below the folder. */
    public static Nginx start(Path folder) {
        return start(folder, "", FILES);
    }

    /** Starts it on a free port, to send by Nchan what is posted to {@code /events/N} to all who listen to {@code /streams/N}. */
    public static Nginx startStreams(Path folder) {
        return start(folder, "load_module " + STREAMS_MODULE + ";", STREAMS);
    }

    private static Nginx start(Path folder, String modules, String locations) {
        try {
            int port = freePort();
            Files.createDirectories(folder.resolve("files"));
            readable(folder);
            Path file = Files.writeString(
                    folder.resolve("nginx.conf"), CONFIGURATION.formatted(folder, port, modules, locations));
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

    /** The one that its workers descend from. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        hook.close();
        Signals.end(process.toHandle(), "TERM");
    }
}
