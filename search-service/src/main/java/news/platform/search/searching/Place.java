package news.platform.search.searching;

import java.time.Instant;
import java.util.List;

/**
 * Where a page ends, and what all pages of a search have in common.
 *
 * @param start when the first page was made: what is later does not count, and age is what it was then
 * @param statistics see there
 * @param total how many there were then
 * @param score of the last one
 * @param time of the last one, in microseconds
 * @param key of the last one
 */
public record Place(Instant start, String statistics, int total, float score, long time, String key) {
    List<String> texts() {
        return List.of(
                start.toString(), statistics, Integer.toString(total), Float.toString(score), Long.toString(time), key);
    }

    static Place of(List<String> texts) {
        return new Place(
                Instant.parse(texts.get(0)),
                texts.get(1),
                Integer.parseInt(texts.get(2)),
                Float.parseFloat(texts.get(3)),
                Long.parseLong(texts.get(4)),
                texts.get(5));
    }
}
