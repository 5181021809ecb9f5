package news.platform.grpc.client;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.grpc.client.NettyGrpcChannelFactory;

/** Wraps the factory of what is reached over the network; inside the process there is nothing to reconnect. */
final class ReconnectingCalleesPostProcessor implements BeanPostProcessor {
    private final ObjectProvider<Reconnector> reconnector;

    ReconnectingCalleesPostProcessor(ObjectProvider<Reconnector> reconnector) {
        this.reconnector = reconnector;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof NettyGrpcChannelFactory factory
                ? new ReconnectingCallees((GrpcChannelFactory) factory, reconnector::getObject)
                : bean;
    }
}
