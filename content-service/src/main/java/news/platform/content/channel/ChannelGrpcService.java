package news.platform.content.channel;

import io.grpc.stub.StreamObserver;
import java.util.Objects;
import news.platform.content.v1.ChannelServiceGrpc;
import news.platform.content.v1.ListChannelsRequest;
import news.platform.content.v1.ListChannelsResponse;
import news.platform.grpc.server.Answers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ChannelGrpcService extends ChannelServiceGrpc.ChannelServiceImplBase {
    private final Channels channels;

    ChannelGrpcService(Channels channels) {
        this.channels = channels;
    }

    @Override
    public void listChannels(ListChannelsRequest request, StreamObserver<ListChannelsResponse> answer) {
        var response = ListChannelsResponse.newBuilder();
        for (var channel : channels.tree().channels()) {
            response.addChannelsBuilder()
                    .setId(channel.id())
                    .setName(channel.name())
                    .setParentId(Objects.requireNonNullElse(channel.parentId(), ""));
        }
        Answers.send(answer, response.build());
    }
}
