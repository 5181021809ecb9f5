package news.platform.thirdparty.channel;

import java.util.List;

/**
 * A callback as it came.
 *
 * @param headers of those that its channel signs
 * @param contentType what it says it is; empty where it does not
 * @param body its bytes; not to be changed
 */
public record RawCallback(Headers headers, String contentType, byte[] body) {
    /** The lines of a header, by its lower-case name. */
    @FunctionalInterface
    public interface Headers {
        List<String> lines(String name);
    }

    /** One that was verified before: its headers do not matter any more. */
    public static RawCallback kept(String contentType, byte[] body) {
        return new RawCallback(_ -> List.of(), contentType, body);
    }

    /**
     * The value of a header.
     *
     * @throws CallbackRefusedException where it is not there once
     */
    public String header(String name) throws CallbackRefusedException {
        var lines = headers.lines(name);
        if (lines.size() > 1) {
            throw new CallbackRefusedException(Refusal.MALFORMED_HEADER);
        }
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            throw new CallbackRefusedException(Refusal.MISSING_HEADER);
        }
        return lines.getFirst();
    }
}
