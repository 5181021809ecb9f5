package news.platform.fuzz.request;

import java.util.List;
import java.util.Map;

/**
 * Values that exist on the platform that is asked, by the JSON name of a field.
 *
 * @param read for whatever only reads
 * @param write for whatever changes something: only what belongs to the run, so that nothing else is hurt
 */
public record Known(Map<String, List<String>> read, Map<String, List<String>> write) {
    /** Nothing is known. */
    public static final Known NOTHING = new Known(Map.of(), Map.of());

    public Known {
        read = Map.copyOf(read);
        write = Map.copyOf(write);
    }

    List<String> values(boolean safe, String field) {
        return (safe ? read : write).getOrDefault(field, List.of());
    }
}
