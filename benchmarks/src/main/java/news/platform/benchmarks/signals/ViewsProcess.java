package news.platform.benchmarks.signals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.local.console.Complaint;
import news.platform.local.file.Home;
import news.platform.local.process.Signals;
import tools.jackson.databind.json.JsonMapper;

/** The service that takes the signals, of {@code benchmarks/views}: started, killed, started again. */
final class ViewsProcess implements AutoCloseable {
    static final String NAME = "views";
    static final String TOPIC = "news.views.view.v1";
    static final String GROUP = "views.ViewCounts";
    private static final String WITHOUT = String.join(
            ",",
            "news.platform.grpc.server.PlatformGrpcServerAutoConfiguration",
            "news.platform.security.SecurityAutoConfiguration",
            "news.platform.security.token.TokenAutoConfiguration");

    private final Home home;
    private final ProcessBuilder builder;
    private Process process;

    private ViewsProcess(Home home, ProcessBuilder builder) throws IOException {
        this.home = home;
        this.builder = builder;
        this.process = builder.start();
    }

    /** One that was told where its stores are. */
    static ViewsProcess start(Home home, Map<String, String> stores) {
        Path jar = folder(home).resolve(NAME + ".jar");
        if (!jar.toFile().exists()) {
            throw new Complaint("There is no " + home.root().relativize(jar) + ": run ./news build.");
        }
        Map<String, String> properties = new TreeMap<>(stores);
        properties.put("spring.application.name", NAME);
        properties.put("spring.main.web-application-type", "none");
        properties.put("spring.main.keep-alive", "true");
        // it serves nobody
        properties.put("spring.autoconfigure.exclude", WITHOUT);
        properties.put("management.tracing.export.zipkin.enabled", "false");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        home.mark(NAME),
                        "-XX:+UseSerialGC",
                        "-Xmx192m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(NAME).toFile()));
        builder.environment().put("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(properties));
        try {
            return new ViewsProcess(home, builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of its contract, for the gateway. */
    static Path contract(Home home) {
        return folder(home).resolve("classes");
    }

    private static Path folder(Home home) {
        return home.root().resolve("benchmarks").resolve(NAME).resolve("target");
    }

    long pid() {
        return process.pid();
    }

    /** True; complains where it has ended by itself. */
    boolean requireAlive() {
        if (!process.isAlive()) {
            throw new Complaint(
                    "The service of views has ended: see " + home.root().relativize(home.log(NAME)) + ".");
        }
        return true;
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void startAgain() {
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Signals.end(process.toHandle(), "TERM");
    }
}
