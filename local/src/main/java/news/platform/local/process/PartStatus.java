package news.platform.local.process;

import java.time.Duration;

/**
 * One line of {@code ./news status}.
 *
 * @param pid 0 where it does not run
 * @param health {@code up}, {@code starting}, {@code not ready}, {@code died (exit 137)}, {@code stopped}
 * @param memory bytes, shared ones divided among those who share them
 */
public record PartStatus(String name, long pid, int port, String health, long memory, Duration uptime) {}
