package news.platform.fuzz.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.fuzz.request.RawRequest;
import news.platform.fuzz.wire.Result;

/** What was found, by kind. Safe for several threads. */
public final class Findings {
    /** So many kinds are kept. */
    public static final int MOST = 60;

    private static final String UNSTEADY = "; not when asked again alone";

    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private long all;

    private static final class Entry {
        private final RawRequest request;
        private final Result result;
        private long count = 1;

        Entry(RawRequest request, Result result) {
            this.request = request;
            this.result = result;
        }
    }

    /** Counts it. Returns whether its like is new, so that it is worth a search for less. */
    public synchronized boolean isNew(Fault fault, RawRequest request) {
        all++;
        var key = key(fault, request);
        var entry = entries.get(key);
        if (entry != null) {
            entry.count++;
        }
        return entries.size() < MOST && seen.add(key);
    }

    /** Keeps it as the example of its kind. Returns whether there was none yet. */
    public synchronized boolean add(Fault fault, RawRequest request, Result result) {
        var key = key(fault, request);
        seen.add(key);
        return entries.putIfAbsent(key, new Entry(request, result)) == null;
    }

    /** Keeps what did not show again when it was asked alone: its cause is not in the request. */
    public synchronized boolean addUnsteady(Fault fault, RawRequest request, Result result) {
        return entries.putIfAbsent(fault.kind() + UNSTEADY, new Entry(request, result)) == null;
    }

    /** Answers at fault, alike or not. */
    public synchronized long all() {
        return all;
    }

    /** The most frequent first. */
    public synchronized List<Finding> list() {
        List<Finding> list = new ArrayList<>();
        entries.forEach((key, entry) -> list.add(finding(key, entry)));
        list.sort(Comparator.comparingLong(Finding::count).reversed().thenComparing(Finding::what));
        return list;
    }

    private static Finding finding(String key, Entry entry) {
        return new Finding(
                Shown.of(key),
                entry.count,
                entry.request.operation(),
                Shown.of(entry.request.bytes()),
                Shown.of(entry.result.shown()));
    }

    private static String key(Fault fault, RawRequest request) {
        return fault.kind() + "; " + String.join(", ", request.mutations());
    }
}
