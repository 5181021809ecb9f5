package news.platform.search.searching;

import java.time.Instant;
import java.util.List;

/**
 * What an engine has of a page, with what the next one has to know.
 *
 * @param hits in order
 * @param start when the first page was made
 * @param statistics how rare words were then, see {@link Place}
 * @param total how many there were then
 * @param facets of the first page; else empty
 * @param didYouMean where nothing is found, what would find something; else empty
 * @param cut whether it ran out of time
 */
public record Part(
        List<Hit> hits,
        Instant start,
        String statistics,
        int total,
        List<Facet> facets,
        String didYouMean,
        boolean cut) {
    static final Part NOTHING = new Part(List.of(), Instant.EPOCH, "", 0, List.of(), "", false);

    Place placeOf(Hit hit) {
        return new Place(start, statistics, total, hit.score(), hit.time(), hit.key());
    }
}
