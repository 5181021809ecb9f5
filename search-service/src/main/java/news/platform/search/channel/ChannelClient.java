package news.platform.search.channel;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import news.platform.content.v1.Channel;
import news.platform.content.v1.ChannelServiceGrpc.ChannelServiceBlockingStub;
import news.platform.content.v1.ListChannelsRequest;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks content-service for channels. */
@Component
@ImportGrpcClients(target = "content", types = ChannelServiceBlockingStub.class)
final class ChannelClient {
    private final ChannelServiceBlockingStub channels;
    private final ChannelProperties properties;

    ChannelClient(ChannelServiceBlockingStub channels, ChannelProperties properties) {
        this.channels = channels;
        this.properties = properties;
    }

    /** The channel above, by that within it. */
    Map<String, String> parents() {
        return channels
                .withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS)
                .listChannels(ListChannelsRequest.getDefaultInstance())
                .getChannelsList()
                .stream()
                .filter(channel -> !channel.getParentId().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Channel::getId, Channel::getParentId));
    }
}
