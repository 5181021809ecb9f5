package news.platform.benchmarks.market;

import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Finds the times of quotes in the bytes of a stream, as they come and without making anything else of them: reading two hundred
 * thousand quotes a second as JSON would cost more than what is measured. For one thread.
 */
final class QuoteTimes {
    private static final byte[] BEFORE = "\"time\":\"".getBytes(StandardCharsets.US_ASCII);
    /** As in {@code 2026-11-27T12:01:07.123456789Z}. */
    private static final int HOUR_AT = 11;

    private static final int LONGEST = 30;
    private static final long MICROS = 1_000_000;

    private final byte[] text = new byte[LONGEST];
    private int matched;
    private int length;
    private boolean inside;
    private int newLines;
    private int events;

    /** Tells the time of day, in microseconds, of each quote whose time ends here. */
    void read(byte[] bytes, int count, LongConsumer times) {
        for (int i = 0; i < count; i++) {
            byte next = bytes[i];
            if (inside) {
                if (next == '"') {
                    inside = false;
                    times.accept(micros());
                } else if (length < LONGEST) {
                    text[length++] = next;
                }
            } else if (next == BEFORE[matched]) {
                if (++matched == BEFORE.length) {
                    inside = true;
                    length = 0;
                    matched = 0;
                }
            } else {
                matched = next == BEFORE[0] ? 1 : 0;
                countEvents(next);
            }
        }
    }

    private void countEvents(byte next) {
        if (next == '\n') {
            if (++newLines == 2) {
                events++;
            }
        } else {
            newLines = 0;
        }
    }

    /** How many events have ended. */
    int events() {
        return events;
    }

    private long micros() {
        long micros = (number(HOUR_AT) * 3600 + number(HOUR_AT + 3) * 60 + number(HOUR_AT + 6)) * MICROS;
        long unit = MICROS / 10;
        for (int i = HOUR_AT + 9; i < length && text[i] != 'Z'; i++) {
            micros += (text[i] - '0') * unit;
            unit /= 10;
        }
        return micros;
    }

    private long number(int at) {
        return (text[at] - '0') * 10L + text[at + 1] - '0';
    }
}
