package news.platform.grpc.client;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import java.util.function.Supplier;
import org.springframework.grpc.client.ChannelBuilderOptions;
import org.springframework.grpc.client.GrpcChannelFactory;

/** A factory whose connections to callees are watched by the {@link Reconnector}. */
record ReconnectingCallees(GrpcChannelFactory delegate, Supplier<Reconnector> reconnector)
        implements GrpcChannelFactory {
    @Override
    public boolean supports(String target) {
        return delegate.supports(target);
    }

    @Override
    public boolean supports(ClientInterceptor interceptor) {
        return delegate.supports(interceptor);
    }

    @Override
    public ManagedChannel createChannel(String target, ChannelBuilderOptions options) {
        ManagedChannel channel = delegate.createChannel(target, options);
        reconnector.get().watch(channel);
        return channel;
    }
}
