package news.platform.ranking.hot;

import java.time.Duration;

/** How far back a hot list goes. */
enum Period {
    DAY(Duration.ofDays(1), Hotness.DAY_SCALE),
    WEEK(Duration.ofDays(7), Hotness.WEEK_SCALE);

    private final Duration length;
    private final Duration scale;

    Period(Duration length, Duration scale) {
        this.length = length;
        this.scale = scale;
    }

    /** How long ago its articles were published at most. */
    Duration length() {
        return length;
    }

    /** How much younger something is that stands where one does of which ten times as much is made. */
    Duration scale() {
        return scale;
    }
}
