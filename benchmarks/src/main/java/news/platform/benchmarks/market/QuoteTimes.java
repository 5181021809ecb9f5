package news.platform.benchmarks.market;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the times of quotes in the bytes of one client's stream, as they come and without making anything else of them: reading
 * two hundred thousand quotes a second as JSON would cost more than what is measured. For one thread.
 */
final class QuoteTimes {
    private static final byte[] SYMBOL = "\"symbol\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIME = "\"time\":\"".getBytes(StandardCharsets.US_ASCII);
    /** As in {@code 2026-11-27T12:01:07.123456789Z}. */
    private static final int HOUR_AT = 11;

    private static final int LONGEST = 32;
    private static final long MICROS = 1_000_000;

    private final byte[] text = new byte[LONGEST];
    private final Map<String, Long> shown = new HashMap<>();
    private String symbol = "";
    private int symbolMatched;
    private int timeMatched;
    private Field inside = Field.NONE;
    private int length;
    private int newLines;
    private int events;

    private enum Field {
        NONE,
        SYMBOL,
        TIME
    }

    /** Takes what was found. */
    interface Found {
        /**
         * A quote whose time ends here.
         *
         * @param micros when its price was made, as the time of day
         * @param again the client has been shown this price: something else about the quote has changed
         */
        void quote(long micros, boolean again);
    }

    /** Tells of each quote in what was read. */
    void read(byte[] bytes, int count, Found found) {
        for (int i = 0; i < count; i++) {
            byte next = bytes[i];
            if (inside == Field.NONE) {
                countEvents(next);
                look(next);
            } else if (next == '"') {
                end(found);
            } else if (length < LONGEST) {
                text[length++] = next;
            }
        }
    }

    private void look(byte next) {
        symbolMatched = matched(SYMBOL, symbolMatched, next);
        timeMatched = matched(TIME, timeMatched, next);
        if (symbolMatched == SYMBOL.length) {
            begin(Field.SYMBOL);
        } else if (timeMatched == TIME.length) {
            begin(Field.TIME);
        }
    }

    private static int matched(byte[] name, int before, byte next) {
        if (next == name[before]) {
            return before + 1;
        }
        return next == name[0] ? 1 : 0;
    }

    private void begin(Field field) {
        inside = field;
        length = 0;
        symbolMatched = 0;
        timeMatched = 0;
    }

    private void end(Found found) {
        if (inside == Field.SYMBOL) {
            symbol = new String(text, 0, length, StandardCharsets.US_ASCII);
        } else {
            long micros = micros();
            Long before = shown.put(symbol, micros);
            found.quote(micros, before != null && before == micros);
        }
        inside = Field.NONE;
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
