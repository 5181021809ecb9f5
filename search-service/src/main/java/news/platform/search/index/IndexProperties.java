package news.platform.search.index;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a replica keeps what can be found, and how often.
 *
 * @param folder where indexes are, one for each replica that shares it
 * @param refresh how long something new may be there before it can be found; default 500 ms: each time makes a segment, that every search reads and a
 *     merge writes anew
 * @param commit how much of what happened is looked at again after a crash; default 5 s
 */
@ConfigurationProperties("news.search.index")
public record IndexProperties(
        Path folder,
        @DefaultValue("500ms") Duration refresh,
        @DefaultValue("5s") Duration commit) {
    public IndexProperties {
        require(refresh, "refresh");
        require(commit, "commit");
    }

    private static void require(Duration value, String name) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("news.search.index." + name + ": " + value + " (expected: > 0)");
        }
    }
}
