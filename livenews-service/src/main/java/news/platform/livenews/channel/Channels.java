package news.platform.livenews.channel;

import io.grpc.StatusRuntimeException;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.livenews.v1.LivenewsReason;
import news.platform.work.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The channels as content-service told them last, however long ago. Where it has told nothing since this process started,
 * ids are taken at their word: a flash does not wait for another service. Thread-safe.
 */
@Component
public final class Channels {
    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private final ChannelClient client;
    private volatile ChannelTree told = ChannelTree.UNKNOWN;

    Channels(ChannelClient client, ChannelProperties properties, Rounds rounds) {
        this.client = client;
        rounds.paced("channels", () -> {
            told = client.tree();
            return properties.refresh();
        });
    }

    /** The tree as it was told last; asks once more where that never was. Not within a transaction. */
    public ChannelTree tree() {
        if (told.isUnknown()) {
            try {
                told = client.tree();
            } catch (StatusRuntimeException e) {
                log.warn("the channels are not known, ids are taken at their word: {}", e.getStatus());
            }
        }
        return told;
    }

    /** The tree as it was told last, without asking. */
    public ChannelTree known() {
        return told;
    }

    /**
     * Refuses ids that name no channel. Not within a transaction.
     *
     * @param field the request's field that they come from
     */
    public void require(List<String> ids, String field) {
        var tree = tree();
        for (var id : ids) {
            if (!tree.contains(id)) {
                throw DomainException.field(LivenewsReason.UNKNOWN_CHANNEL, field, "no such channel: " + id);
            }
        }
    }
}
