package news.platform.livenews.channel;

import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import news.platform.content.v1.ChannelServiceGrpc.ChannelServiceBlockingStub;
import news.platform.content.v1.ListChannelsRequest;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks content-service, which keeps the channels. */
@Component
@ImportGrpcClients(target = "content", types = ChannelServiceBlockingStub.class)
final class ChannelClient {
    private final ChannelServiceBlockingStub channels;
    private final ChannelProperties properties;

    ChannelClient(ChannelServiceBlockingStub channels, ChannelProperties properties) {
        this.channels = channels;
        this.properties = properties;
    }

    /**
     * The channels as they stand.
     *
     * @throws io.grpc.StatusRuntimeException where content-service does not answer in time
     */
    ChannelTree tree() {
        var parents = new LinkedHashMap<String, String>();
        channels.withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS)
                .listChannels(ListChannelsRequest.getDefaultInstance())
                .getChannelsList()
                .forEach(channel -> parents.put(channel.getId(), channel.getParentId()));
        return new ChannelTree(parents);
    }
}
