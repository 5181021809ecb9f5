package news.platform.thirdparty.price.vendor.stream;

import java.time.Clock;
import java.util.Set;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.price.vendor.VendorProtocol;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {
    @Bean
    WebSocketConnector webSocketConnector(Fetcher fetcher, Clock clock) {
        return new WebSocketConnector(fetcher, clock);
    }

    @Bean
    VendorProtocol webSocketProtocol(WebSocketConnector connector) {
        return new StreamProtocol(Set.of("wss", "ws"), connector);
    }

    @Bean
    VendorProtocol grpcProtocol(Fetcher fetcher) {
        return new StreamProtocol(Set.of("grpcs", "grpc"), new GrpcConnector(fetcher));
    }
}
