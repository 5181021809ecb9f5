package news.platform.livenews.log;

import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.livenews.v1.StreamLivesRequest;
import news.platform.test.grpc.TestCertificates;

/** Who holds streams of lives open, and what they are told, until they are closed. */
final class Followers implements AutoCloseable {
    private final List<CancellableContext> contexts = new ArrayList<>();
    private final List<ManagedChannel> channels = new ArrayList<>();

    /** A connection to a replica. */
    Channel channel(int port, String authority) {
        var channel = Grpc.newChannelBuilderForAddress(
                        "127.0.0.1", port, TestCertificates.client(TestCertificates.of("gateway")))
                .overrideAuthority(authority)
                .build();
        channels.add(channel);
        return channel;
    }

    /** The positions of the events that come behind this one, as they come. */
    List<Long> follow(Channel channel, long after) {
        var positions = new CopyOnWriteArrayList<Long>();
        var context = Context.current().withCancellation();
        contexts.add(context);
        Thread.ofVirtual().start(context.wrap(() -> {
            var stream = LiveServiceGrpc.newBlockingStub(channel)
                    .streamLives(StreamLivesRequest.newBuilder().setAfter(after).build());
            try {
                stream.next();
                stream.forEachRemaining(event -> positions.add(event.getPosition()));
            } catch (StatusRuntimeException left) {
                // when it is closed
            }
        }));
        return positions;
    }

    @Override
    public void close() {
        contexts.forEach(context -> context.cancel(null));
        channels.forEach(ManagedChannel::shutdownNow);
    }
}
