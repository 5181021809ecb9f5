package news.platform.sandbox;

import java.util.Objects;

/**
 * What goes wrong on purpose.
 *
 * @param mode how the server answers
 * @param slowMillis with SLOW: how long an answer takes
 * @param delayMillis a callback leaves so much later
 * @param reorderMillis and by up to so much more, each by another
 * @param repeat each callback is sent so many times more
 * @param dropPercent of a hundred callbacks so many are never sent
 */
record Faults(Mode mode, long slowMillis, long delayMillis, long reorderMillis, int repeat, int dropPercent) {
    static final Faults NONE = new Faults(Mode.NORMAL, 0, 0, 0, 0, 0);

    Faults {
        mode = Objects.requireNonNullElse(mode, Mode.NORMAL);
        if (slowMillis < 0 || delayMillis < 0 || reorderMillis < 0 || repeat < 0 || repeat > 20) {
            throw new IllegalArgumentException(
                    "slowMillis, delayMillis, reorderMillis, repeat: below 0, or repeat above 20 (expected: 0 or more)");
        }
        if (dropPercent < 0 || dropPercent > 100) {
            throw new IllegalArgumentException("dropPercent: " + dropPercent + " (expected: 0 to 100)");
        }
    }

    /** How the server answers. */
    enum Mode {
        NORMAL,
        SLOW,
        /** 503. */
        FAILING,
        /** Not at all, until it is something else again. */
        FROZEN
    }
}
