package news.platform.thirdparty.wechatpay;

import java.time.Clock;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** WeChat Pay, where there is a merchant. */
@Configuration(proxyBeanMethods = false)
class WechatpayConfiguration {
    @Bean
    @ConditionalOnProperty("news.thirdparty.wechatpay.merchant-id")
    PaymentChannel wechatpayChannel(WechatpayProperties properties, Clock clock) {
        return new WechatpayChannel(
                properties,
                new WechatpayApi(properties, new ChannelHttp(), clock),
                new PlatformKeys(properties, clock));
    }
}
