package news.platform.grpc.client;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.grpc.client.NettyGrpcChannelFactory;

/** Wraps the factory of network channels; those inside the process have nothing to reconnect. */
final class ReconnectingChannelsPostProcessor implements BeanPostProcessor {
    private final ObjectProvider<Reconnector> reconnector;

    ReconnectingChannelsPostProcessor(ObjectProvider<Reconnector> reconnector) {
        this.reconnector = reconnector;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof NettyGrpcChannelFactory factory
                ? new ReconnectingChannels((GrpcChannelFactory) factory, reconnector::getObject)
                : bean;
    }
}
