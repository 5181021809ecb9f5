package news.platform.ranking.summary;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import news.platform.content.v1.ChannelServiceGrpc.ChannelServiceBlockingStub;
import news.platform.content.v1.ListChannelsRequest;
import news.platform.error.DomainException;
import news.platform.grpc.client.Remembered;
import news.platform.ranking.v1.RankingReason;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** The tree of channels, from content-service, which seldom changes it. */
@Component
@ImportGrpcClients(target = "content", types = ChannelServiceBlockingStub.class)
public final class ChannelClient {
    private static final String ALL = "channels";

    private final ChannelServiceBlockingStub channels;
    private final SummaryProperties properties;
    private final Remembered<String, Map<String, String>> told;

    ChannelClient(ChannelServiceBlockingStub channels, SummaryProperties properties) {
        this.channels = channels;
        this.properties = properties;
        this.told = new Remembered<>(properties.channels());
    }

    /** A channel and all below it; itself alone where content-service has never told of them. Never throws. */
    public Set<String> below(String channel) {
        var parents = told();
        var below = new HashSet<>(Set.of(channel));
        // parents are told before their children
        parents.forEach((child, parent) -> {
            if (below.contains(parent)) {
                below.add(child);
            }
        });
        return below;
    }

    /**
     * Refuses what names no channel; where content-service has never told of them it is taken at its word. Not within a transaction.
     *
     * @param field the request's field that it comes from
     */
    public void require(String channel, String field) {
        var parents = told();
        if (!parents.isEmpty() && !parents.containsKey(channel)) {
            throw DomainException.field(
                    RankingReason.UNKNOWN_CHANNEL,
                    field,
                    "no such channel (expected: one of " + String.join(", ", parents.keySet()) + ")");
        }
    }

    private Map<String, String> told() {
        return told.find(List.of(ALL), _ -> Map.of(ALL, parents())).values().getOrDefault(ALL, Map.of());
    }

    private Map<String, String> parents() {
        var parents = new LinkedHashMap<String, String>();
        channels.withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS)
                .listChannels(ListChannelsRequest.getDefaultInstance())
                .getChannelsList()
                .forEach(channel -> parents.put(channel.getId(), channel.getParentId()));
        return parents;
    }
}
