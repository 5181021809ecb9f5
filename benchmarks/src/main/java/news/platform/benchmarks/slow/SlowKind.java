package news.platform.benchmarks.slow;

import java.nio.charset.StandardCharsets;

/** What a slow client takes its time with. */
enum SlowKind {
    /** One byte of a header at a time. */
    HEAD("drips its head", "GET /api/v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "),
    /** One byte of a body at a time. */
    BODY("drips its body", """
            POST /api/v1/sessions HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json\r
            Content-Length: 50000\r
            \r
            {"email":\""""),
    /** Connects and never says anything. */
    SILENT("says nothing", "");

    /** Of so many clients one is silent; the others drip by halves. */
    private static final int SILENT_ONE_OF = 10;

    private final String words;
    private final byte[] start;

    SlowKind(String words, String start) {
        this.words = words;
        this.start = start.getBytes(StandardCharsets.US_ASCII);
    }

    static SlowKind of(int number) {
        if (number % SILENT_ONE_OF == 0) {
            return SILENT;
        }
        return number % 2 == 0 ? HEAD : BODY;
    }

    String words() {
        return words;
    }

    /** What is sent at once. */
    byte[] start() {
        return start.clone();
    }
}
