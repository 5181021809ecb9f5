package news.platform.search.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/** Which channels lie within which, as content-service said last. Thread-safe. */
@Component
public final class Channels {
    private final ChannelClient client;
    private volatile Map<String, String> parents = Map.of();

    Channels(ChannelClient client, ChannelProperties properties, Rounds rounds) {
        this.client = client;
        rounds.every("channels", properties.refresh(), this::refresh);
    }

    /** The channel and all that lie within it; until content-service has answered once, itself alone. */
    public List<String> within(String channel) {
        var known = parents;
        var within = new ArrayList<>(List.of(channel));
        for (int at = 0; at < within.size(); at++) {
            var parent = within.get(at);
            known.forEach((id, above) -> {
                if (above.equals(parent) && !within.contains(id)) {
                    within.add(id);
                }
            });
        }
        return List.copyOf(within);
    }

    private void refresh() {
        parents = client.parents();
    }
}
