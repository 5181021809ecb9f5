package news.platform.benchmarks.slow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of slow clients.
 *
 * @param refused those whom nobody let in
 * @param rows one for each kind
 */
record SlowOutcome(int refused, List<Row> rows) {

    /**
     * Of one kind.
     *
     * @param cut those whose connection the server ended
     * @param shortest of those, how long the first was borne
     * @param statuses of those, by the status of the answer, 0 for none
     */
    record Row(
            SlowKind kind,
            int clients,
            int cut,
            Duration shortest,
            Duration median,
            Duration longest,
            SortedMap<Integer, Integer> statuses) {}

    static SlowOutcome of(List<SlowClient> clients, int refused) {
        List<Row> rows = new ArrayList<>();
        for (SlowKind kind : SlowKind.values()) {
            rows.add(row(
                    kind,
                    clients.stream().filter(client -> client.kind() == kind).toList()));
        }
        return new SlowOutcome(refused, rows);
    }

    private static Row row(SlowKind kind, List<SlowClient> clients) {
        List<SlowClient> cut = clients.stream().filter(client -> !client.open()).toList();
        List<Duration> times = cut.stream().map(SlowClient::lasted).sorted().toList();
        SortedMap<Integer, Integer> statuses = new TreeMap<>();
        cut.forEach(client -> statuses.merge(client.status(), 1, Integer::sum));
        return new Row(
                kind,
                clients.size(),
                cut.size(),
                times.isEmpty() ? Duration.ZERO : times.getFirst(),
                times.isEmpty() ? Duration.ZERO : times.get(times.size() / 2),
                times.isEmpty() ? Duration.ZERO : times.getLast(),
                statuses);
    }

    int clients() {
        return rows.stream().mapToInt(Row::clients).sum();
    }

    /** Those who were still connected when the time was up. */
    int borne() {
        return rows.stream().mapToInt(row -> row.clients() - row.cut()).sum();
    }
}
