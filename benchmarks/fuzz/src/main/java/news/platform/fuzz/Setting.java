package news.platform.fuzz;

import java.util.List;
import java.util.function.Predicate;
import news.platform.fuzz.request.Known;
import news.platform.fuzz.wire.Tokens;

/**
 * Against what a run goes, and how.
 *
 * @param port of the edge on this machine
 * @param seed the same seed asks the same questions
 * @param descriptors the sets on the class path that the questions are made of
 * @param wanted which operations are asked for, by name
 * @param known values that exist there
 * @param tokens of callers who exist there
 * @param workers connections at a time
 * @param sources the own addresses of the connections, by turns
 */
public record Setting(
        int port,
        long seed,
        List<String> descriptors,
        Predicate<String> wanted,
        Known known,
        Tokens tokens,
        int workers,
        List<String> sources) {

    public Setting {
        descriptors = List.copyOf(descriptors);
        sources = List.copyOf(sources);
    }
}
