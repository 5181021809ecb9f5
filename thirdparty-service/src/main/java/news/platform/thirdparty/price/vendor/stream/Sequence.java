package news.platform.thirdparty.price.vendor.stream;

import java.util.Optional;
import java.util.TreeSet;

/**
 * Which of a vendor's messages are missing, by their numbers, over all of its connections. One whose first number on a connection is not
 * above the last one before has begun to count anew. Not thread-safe.
 */
final class Sequence {
    /** So many that are missing are asked for again at most, the latest. */
    static final int REMEMBERED = 1000;

    private final TreeSet<Long> missing = new TreeSet<>();
    private long last;
    private boolean connected;

    /** Messages that follow each other, both ends included. */
    record Gap(long from, long to) {
        long size() {
            return to - from + 1;
        }
    }

    /**
     * What a message is.
     *
     * @param isNew false: it was here before
     * @param wasMissing it is new, and late
     * @param before what is missing between the last one and it
     */
    record Place(boolean isNew, boolean wasMissing, Optional<Gap> before) {
        private static final Place NEXT = new Place(true, false, Optional.empty());
        private static final Place LATE = new Place(true, true, Optional.empty());
        private static final Place REPEATED = new Place(false, false, Optional.empty());
    }

    /** What comes now comes by another connection. */
    void reconnected() {
        connected = false;
    }

    /** Takes a message's number; 0 or less where the vendor does not count. */
    Place next(long number) {
        if (number <= 0) {
            return Place.NEXT;
        }
        boolean first = !connected;
        connected = true;
        if (last == 0 || first && number <= last) {
            missing.clear();
            last = number;
            return Place.NEXT;
        }
        if (number <= last) {
            return missing.remove(number) ? Place.LATE : Place.REPEATED;
        }
        var gap = new Gap(last + 1, number - 1);
        last = number;
        return gap.size() == 0 ? Place.NEXT : new Place(true, false, Optional.of(remembered(gap)));
    }

    private Gap remembered(Gap gap) {
        for (long number = Math.max(gap.from(), gap.to() - REMEMBERED + 1); number <= gap.to(); number++) {
            missing.add(number);
        }
        while (missing.size() > REMEMBERED) {
            missing.pollFirst();
        }
        return gap;
    }
}
