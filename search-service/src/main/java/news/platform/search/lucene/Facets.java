package news.platform.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.search.index.Fields;
import news.platform.search.searching.Facet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts what is found, in all and by what it has in common. One search, one thread. */
final class Facets implements Collector, CollectorManager<Facets, Facets> {
    private static final List<String> COUNTED = List.of(Fields.TYPE, Fields.CHANNEL, Fields.LANG, Fields.SYMBOL);

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final List<String> ages = List.copyOf(Facet.AGES.keySet());
    private final long[] since;
    private int total;

    Facets(Instant now) {
        since = ages.stream()
                .map(age -> now.minus(Facet.AGES.getOrDefault(age, Duration.ZERO)))
                .mapToLong(from -> ChronoUnit.MICROS.between(Instant.EPOCH, from))
                .toArray();
    }

    int total() {
        return total;
    }

    /** By field, the most frequent values first. */
    List<Facet> all() {
        return List.of(
                facet("type", Fields.TYPE),
                facet("channel", Fields.CHANNEL),
                facet("lang", Fields.LANG),
                facet("symbol", Fields.SYMBOL),
                facet("date", Fields.TIME));
    }

    @Override
    public Facets newCollector() {
        return this;
    }

    @Override
    public Facets reduce(Collection<Facets> collectors) {
        return this;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(context);
    }

    private Facet facet(String name, String field) {
        var values = counts.getOrDefault(field, Map.of()).entrySet().stream()
                .map(value -> new Facet.Count(value.getKey(), value.getValue()))
                .sorted(Facet.MOST_FIRST)
                .limit(Facet.MOST)
                .toList();
        return new Facet(name, values);
    }

    private void count(String field, String value, int times) {
        if (times > 0) {
            counts.computeIfAbsent(field, _ -> new HashMap<>()).merge(value, times, Integer::sum);
        }
    }

    private final class Leaf implements LeafCollector {
        private final SortedSetDocValues[] values = new SortedSetDocValues[COUNTED.size()];
        private final int[][] found = new int[COUNTED.size()][];
        private final NumericDocValues times;
        private final int[] young = new int[since.length];

        Leaf(LeafReaderContext context) throws IOException {
            for (int field = 0; field < values.length; field++) {
                values[field] = DocValues.getSortedSet(context.reader(), COUNTED.get(field));
                found[field] = new int[(int) values[field].getValueCount()];
            }
            times = DocValues.getNumeric(context.reader(), Fields.TIME);
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
            total++;
            for (int field = 0; field < values.length; field++) {
                if (values[field].advanceExact(document)) {
                    for (int left = values[field].docValueCount(); left > 0; left--) {
                        found[field][(int) values[field].nextOrd()]++;
                    }
                }
            }
            if (times.advanceExact(document)) {
                for (int age = 0; age < young.length; age++) {
                    young[age] += times.longValue() >= since[age] ? 1 : 0;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int field = 0; field < values.length; field++) {
                for (int value = 0; value < found[field].length; value++) {
                    if (found[field][value] > 0) {
                        count(COUNTED.get(field), values[field].lookupOrd(value).utf8ToString(), found[field][value]);
                    }
                }
            }
            for (int age = 0; age < young.length; age++) {
                count(Fields.TIME, ages.get(age), young[age]);
            }
        }
    }
}
