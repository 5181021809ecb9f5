package news.platform.content.channel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All channels as they stand, parents before children. */
public final class ChannelTree {
    private final Map<String, Channel> byId = new LinkedHashMap<>();

    /** The tree of these channels, given in display order. */
    public ChannelTree(List<Channel> channels) {
        channels.forEach(channel -> byId.put(channel.id(), channel));
    }

    /** All channels in display order. */
    public List<Channel> channels() {
        return List.copyOf(byId.values());
    }

    /** Whether there is such a channel. */
    public boolean contains(String id) {
        return byId.containsKey(id);
    }

    /** The channels and all above them, each once. Unknown ones stand for themselves. */
    public Set<String> withAncestors(Collection<String> ids) {
        var all = new LinkedHashSet<String>();
        for (var id : ids) {
            var current = id;
            while (current != null && all.add(current)) {
                var channel = byId.get(current);
                current = channel == null ? null : channel.parentId();
            }
        }
        return all;
    }

    /**
     * A section of the news.
     *
     * @param id a short slug
     * @param name the name shown
     * @param parentId the channel above it, null at the top
     */
    public record Channel(String id, String name, @Nullable String parentId) {}
}
