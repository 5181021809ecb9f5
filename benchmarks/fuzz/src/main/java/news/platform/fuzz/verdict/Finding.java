package news.platform.fuzz.verdict;

import java.util.List;

/**
 * One kind of fault.
 *
 * @param what the fault and what was done to the request
 * @param count how often something alike was seen
 * @param operation of the example
 * @param request the least that shows it, escaped
 * @param answer that it got, escaped
 */
public record Finding(String what, long count, String operation, String request, String answer) {
    /** As lines of text. */
    public List<String> lines() {
        return List.of(what + " (" + count + " times)", "  " + operation + "  " + request, "  → " + answer);
    }
}
