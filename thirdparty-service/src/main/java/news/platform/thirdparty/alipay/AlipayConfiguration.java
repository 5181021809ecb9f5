package news.platform.thirdparty.alipay;

import java.time.Clock;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alipay, where there is an application. */
@Configuration(proxyBeanMethods = false)
class AlipayConfiguration {
    @Bean
    @ConditionalOnProperty("news.thirdparty.alipay.app-id")
    PaymentChannel alipayChannel(AlipayProperties properties, Clock clock) {
        var keys = new AlipayKeys(properties);
        return new AlipayChannel(properties, keys, new AlipayApi(properties, keys, new ChannelHttp(), clock));
    }
}
