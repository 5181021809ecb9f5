package news.platform.livenews.channel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The channels as they stand.
 *
 * @param parents each channel's id with that of the channel above it, empty at the top; none at all where the channels are not
 *     known: then any id may be one
 */
public record ChannelTree(Map<String, String> parents) {
    static final ChannelTree UNKNOWN = new ChannelTree(Map.of());

    /** Copies the map. */
    public ChannelTree {
        parents = Map.copyOf(parents);
    }

    boolean isUnknown() {
        return parents.isEmpty();
    }

    /** Whether there is such a channel. */
    public boolean contains(String id) {
        return isUnknown() || parents.containsKey(id);
    }

    /** The channels and all above them, each once. */
    public Set<String> withAncestors(Collection<String> ids) {
        var all = new LinkedHashSet<String>();
        for (var id : ids) {
            var current = id;
            while (!current.isEmpty() && all.add(current)) {
                current = parents.getOrDefault(current, "");
            }
        }
        return all;
    }
}
