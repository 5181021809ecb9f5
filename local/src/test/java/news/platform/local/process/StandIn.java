package news.platform.local.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.platform.local.file.Home;

/** A tiny process in place of a service: a shell that waits, or does what it is told. */
record StandIn(Home home, String name, int rank, String script, boolean readyAtOnce) implements Part {
    static StandIn waiting(Home home, String name, int rank) {
        return new StandIn(home, name, rank, "while true; do sleep 0.1; done", true);
    }

    @Override
    public int port() {
        return ports().getFirst();
    }

    @Override
    public List<Integer> ports() {
        return List.of(1);
    }

    @Override
    public void prepare() {}

    @Override
    public List<String> command() {
        return List.of("/bin/sh", "-c", script, mark());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public String mark() {
        return home.mark(name);
    }

    @Override
    public boolean ready() {
        return readyAtOnce;
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(1);
    }
}
