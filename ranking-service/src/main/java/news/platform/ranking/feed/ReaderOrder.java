package news.platform.ranking.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.ranking.follow.Following;
import news.platform.ranking.follow.Follows;
import news.platform.ranking.summary.ChannelClient;
import org.springframework.stereotype.Component;

/** The order in which somebody gets an edition, or what of it is in a channel. */
@Component
final class ReaderOrder {
    private final KnownEditions editions;
    private final Follows follows;
    private final ChannelClient channels;

    ReaderOrder(KnownEditions editions, Follows follows, ChannelClient channels) {
        this.editions = editions;
        this.follows = follows;
        this.channels = channels;
    }

    /** @param channel empty for all */
    List<Entry> of(Edition edition, String channel, Optional<String> reader) {
        Set<String> wanted = channel.isEmpty() ? Set.of() : channels.below(channel);
        var following = reader.map(follows::of).orElse(Following.NOTHING);
        return following.equals(Following.NOTHING)
                ? editions.order(edition, wanted)
                : Order.of(edition, wanted, following);
    }
}
