package news.platform.local.up;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.platform.local.edge.Edge;
import news.platform.local.measure.Platform;
import news.platform.local.process.Complaint;
import news.platform.local.process.Home;

/** The platform that another launcher runs, asked through its control. Safe for several threads. */
final class RunningPlatform implements Platform {
    private static final String GATEWAY = "gateway";

    private final Home home;
    private final Assembly assembly;
    private final Object starts = new Object();
    private boolean changed;
    private boolean over;

    RunningPlatform(Home home, Assembly assembly) {
        this.home = home;
        this.assembly = assembly;
    }

    @Override
    public int port() {
        return assembly.table().httpPort(GATEWAY).orElseThrow();
    }

    @Override
    public int actuatorPort() {
        return assembly.table().actuatorPort(GATEWAY).orElseThrow();
    }

    @Override
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (String line : ask("processes")) {
            String[] words = line.split(" ");
            processes.put(words[0], Long.parseLong(words[1]));
        }
        return processes;
    }

    @Override
    public void stopGateway() {
        synchronized (starts) {
            requireGoingOn();
            changed = true;
            ask("stop", GATEWAY);
        }
    }

    @Override
    public void startGateway(Map<String, String> properties, boolean aotCache) {
        synchronized (starts) {
            requireGoingOn();
            start(properties, aotCache);
            changed = !properties.isEmpty() || !aotCache;
        }
    }

    /** Ends the gateway that a benchmark has started and starts it as it was; from then on no benchmark can. */
    void putBack() {
        synchronized (starts) {
            over = true;
            if (!changed) {
                return;
            }
            try {
                ask("stop", GATEWAY);
            } catch (Complaint _) {
                // it is stopped already
            }
            start(Map.of(), true);
        }
    }

    @Override
    public String token(String user) {
        try (Edge edge = new Edge(port(), Duration.ofSeconds(20), _ -> {})) {
            return edge.token(user, assembly.secrets().password("demo-password"));
        }
    }

    private void start(Map<String, String> properties, boolean aotCache) {
        List<String> words = new ArrayList<>(List.of("start", GATEWAY));
        if (!aotCache) {
            words.add(Commands.WITHOUT_AOT_CACHE);
        }
        properties.forEach((name, value) -> words.add(name + "=" + value));
        ask(words.toArray(String[]::new));
    }

    private void requireGoingOn() {
        if (over) {
            throw new Complaint("Interrupted.");
        }
    }

    private List<String> ask(String... words) {
        return Control.ask(home, words).orElseThrow(() -> new Complaint("The platform is down: ./news up starts it."));
    }
}
