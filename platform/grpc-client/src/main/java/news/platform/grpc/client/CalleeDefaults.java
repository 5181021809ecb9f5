package news.platform.grpc.client;

import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import java.util.concurrent.TimeUnit;
import news.platform.topology.ServiceEntry;
import org.springframework.grpc.client.GrpcChannelBuilderCustomizer;

/**
 * How callees are reached: by the name that their certificate has to have, wherever they are; a dead one is noticed within
 * seconds, also between calls; every address of a name takes its turn. All share gRPC's one event loop group; retries are
 * ours, not gRPC's.
 */
final class CalleeDefaults implements GrpcChannelBuilderCustomizer<NettyChannelBuilder> {
    private static final int CONNECT_TIMEOUT_MILLIS = 2000;
    private static final int MAX_METADATA = 16 * 1024;
    private static final int MAX_MESSAGE = 8 * 1024 * 1024;

    @Override
    public void customize(String target, NettyChannelBuilder builder) {
        builder.overrideAuthority(ServiceEntry.moduleOf(target))
                .keepAliveTime(20, TimeUnit.SECONDS)
                .keepAliveTimeout(3, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .idleTimeout(1, TimeUnit.DAYS)
                .defaultLoadBalancingPolicy("round_robin")
                .maxInboundMetadataSize(MAX_METADATA)
                .maxInboundMessageSize(MAX_MESSAGE)
                .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .disableRetry();
    }
}
