package news.platform.gateway.stream.log;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last messages of a log, bounded in number and bytes. A client's place is the number of the message that it gets next;
 * numbers rise by one and never come again. Thread-safe.
 */
final class Ring {

    private static final int SLICE_BYTES = 64 * 1024;
    private static final int MAX_SLICES = 256;
    private static final byte[] NOTHING = {};

    /**
     * What one place leads to.
     *
     * @param bytes the events that pass the filter; empty: none did
     * @param events how many
     * @param next the place behind them
     * @param position what is covered then
     */
    record Slice(byte[] bytes, int events, long next, long position) {}

    /** A place behind the last message and the position that is covered there. */
    record Tail(long place, long position) {}

    private record Key(Wanted wanted, long from) {}

    private final @Nullable Entry[] entries;
    private final long maxBytes;
    /** Read without the monitor, by many clients one after the other. Changed under it; another map once a slice would differ. */
    private volatile Map<Key, Slice> slices = new ConcurrentHashMap<>();

    private long first;
    private volatile long end;
    private long bytes;
    private long covers;
    private long last;

    Ring(int capacity, long maxBytes) {
        this.entries = new Entry[capacity];
        this.maxBytes = maxBytes;
    }

    /** Forgets everything: from now on it covers what lies behind this position. Whoever has a place in it has lost it. */
    synchronized void restart(long position) {
        while (first < end) {
            evict();
        }
        first = end + 1;
        end = first;
        covers = position;
        last = position;
        slices = new ConcurrentHashMap<>();
    }

    /** Positions rise; what is not behind the last one is there already. */
    synchronized void add(Entry entry) {
        if (entry.position() <= last) {
            return;
        }
        if (end - first == entries.length) {
            evict();
        }
        entries[index(end)] = entry;
        bytes += entry.weight();
        last = entry.position();
        end++;
        while (bytes > maxBytes && end - first > 1) {
            evict();
        }
        slices = new ConcurrentHashMap<>();
    }

    /** Whoever has not read the message at this position never will; those who have were told what took it back. */
    synchronized void takeBack(long position) {
        long place = placeAfter(position) - 1;
        if (place >= first && entry(place).position() == position) {
            entry(place).takeBack();
            slices = new ConcurrentHashMap<>();
        }
    }

    private void evict() {
        Entry gone = entry(first);
        entries[index(first)] = null;
        bytes -= gone.weight();
        covers = gone.position();
        first++;
    }

    /** How many messages may come at once without that those who follow are overtaken. */
    int page() {
        return Math.max(1, entries.length / 8);
    }

    /** The place behind the last message, where nothing is yet, and what is covered there. */
    synchronized Tail tail() {
        return new Tail(end, last);
    }

    long end() {
        return end;
    }

    synchronized long last() {
        return last;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** The place behind a position; -1 where the ring does not reach back so far, or not so far forward. */
    synchronized long placeBehind(long position) {
        return position < covers || position > last ? -1 : placeAfter(position);
    }

    private long placeAfter(long position) {
        long low = first;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (entry(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What is to be told to whom stands here; null where the place is lost. Events are whole, and bounded in sum. */
    @Nullable
    Slice read(long from, Wanted wanted) {
        var key = new Key(wanted, from);
        Slice known = slices.get(key);
        return known == null ? make(key) : known;
    }

    private synchronized @Nullable Slice make(Key key) {
        if (key.from < first) {
            return null;
        }
        Slice known = slices.get(key);
        if (known != null) {
            return known;
        }
        if (slices.size() == MAX_SLICES) {
            slices = new ConcurrentHashMap<>();
        }
        Slice slice = slice(key.from, key.wanted);
        slices.put(key, slice);
        return slice;
    }

    private Slice slice(long from, Wanted wanted) {
        byte[] only = NOTHING;
        var all = new ByteArrayOutputStream(0);
        int events = 0;
        long next = from;
        while (next < end && only.length + all.size() < SLICE_BYTES) {
            Entry entry = entry(next);
            next++;
            if (entry.passes(wanted)) {
                all.writeBytes(only);
                only = entry.bytes();
                events++;
            }
        }
        long position = next == end ? last : entry(next - 1).position();
        if (events > 1) {
            all.writeBytes(only);
            return new Slice(all.toByteArray(), events, next, position);
        }
        return new Slice(only, events, next, position);
    }

    private Entry entry(long place) {
        return Objects.requireNonNull(entries[index(place)]);
    }

    private int index(long place) {
        return (int) (place % entries.length);
    }
}
