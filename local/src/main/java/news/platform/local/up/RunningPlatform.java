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

/** The platform that another launcher runs, asked through its control. */
record RunningPlatform(Home home, Assembly assembly) implements Platform {
    private static final String GATEWAY = "gateway";

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
        ask("stop", GATEWAY);
    }

    @Override
    public void startGateway(Map<String, String> properties, boolean aotCache) {
        List<String> words = new ArrayList<>(List.of("start", GATEWAY));
        if (!aotCache) {
            words.add(Commands.WITHOUT_AOT_CACHE);
        }
        properties.forEach((name, value) -> words.add(name + "=" + value));
        ask(words.toArray(String[]::new));
    }

    @Override
    public String token() {
        try (Edge edge = new Edge(port(), Duration.ofSeconds(20), _ -> {})) {
            return edge.token("reader", assembly.secrets().password("demo-password"));
        }
    }

    private List<String> ask(String... words) {
        return Control.ask(home, words).orElseThrow(() -> new Complaint("The platform is down: ./news up starts it."));
    }
}
