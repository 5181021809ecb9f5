package news.platform.fuzz.request;

import java.util.List;

/**
 * What goes over the wire; tokens are still named, not written: {@code {token:editor}}.
 *
 * @param number of the request within its run
 * @param mutations what was done to it
 * @param head whether its answer has no body
 * @param clean whether it ends where it says, so that the connection can go on
 * @param whole whether a server can know that it is over, so that it owes an answer
 */
public record RawRequest(
        long number,
        String operation,
        byte[] bytes,
        List<String> mutations,
        boolean head,
        boolean clean,
        boolean whole) {

    public RawRequest {
        mutations = List.copyOf(mutations);
    }

    /** The same with other bytes. */
    public RawRequest with(byte[] others) {
        return new RawRequest(number, operation, others, mutations, head, clean, whole);
    }
}
