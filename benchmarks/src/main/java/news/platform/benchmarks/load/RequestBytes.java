package news.platform.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A request as it goes over the wire, encoded once; a changing path has a hole of nine digits. */
final class RequestBytes {
    static final long LOWEST_NUMBER = 100_000_000;
    static final long NUMBERS = 900_000_000;
    private static final int DIGITS = 9;

    private final byte[] bytes;
    private final int hole;

    RequestBytes(Scenario scenario, int port) {
        String start = "GET " + scenario.path().replace(Scenario.HOLE, Long.toString(LOWEST_NUMBER)) + " HTTP/1.1\r\n";
        StringBuilder text =
                new StringBuilder(start).append("Host: 127.0.0.1:").append(port).append("\r\n");
        scenario.headers().forEach(header -> text.append(header).append("\r\n"));
        this.bytes = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        this.hole = scenario.changing() ? "GET ".length() + scenario.path().indexOf(Scenario.HOLE) : -1;
    }

    int length() {
        return bytes.length;
    }

    /** Fills the buffer, ready to be written, the number in the hole where there is one. */
    void into(ByteBuffer target, long number) {
        target.clear().put(bytes).flip();
        if (hole < 0) {
            return;
        }
        long rest = number;
        for (int i = hole + DIGITS - 1; i >= hole; i--) {
            target.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
