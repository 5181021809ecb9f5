package news.platform.local.store;

import java.util.List;
import java.util.Map;
import news.platform.local.file.Home;
import news.platform.local.process.Part;
import news.platform.local.process.Ports;
import news.platform.sandbox.SandboxMain;

/** The payment channel without money, in a JVM of its own; what was paid there ends with it. */
public final class Sandbox implements Part {
    private static final String SECRET = "sandbox-secret";

    private final Home home;
    private final String java;
    private final String classPath;
    private final Secrets secrets;
    private final int port;

    public Sandbox(Home home, String java, String classPath, Secrets secrets, int port) {
        this.home = home;
        this.java = java;
        this.classPath = classPath;
        this.secrets = secrets;
        this.port = port;
    }

    /** What {@code news.thirdparty.sandbox.url} takes. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What {@code news.thirdparty.sandbox.secret} takes. */
    public String secret() {
        return secrets.key(SECRET);
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public int rank() {
        return 2;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() {}

    @Override
    public List<String> command() {
        return List.of(
                java,
                home.mark(name()),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath,
                SandboxMain.class.getName());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("SANDBOX_PORT", Integer.toString(port), "SANDBOX_SECRET", secret(), "MALLOC_ARENA_MAX", "2");
    }

    @Override
    public String mark() {
        return home.mark(name());
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }
}
