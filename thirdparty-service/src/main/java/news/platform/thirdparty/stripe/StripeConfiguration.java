package news.platform.thirdparty.stripe;

import java.time.Clock;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stripe, where there is a key. */
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {
    @Bean
    @ConditionalOnProperty("news.thirdparty.stripe.secret-key")
    PaymentChannel stripeChannel(StripeProperties properties, Clock clock) {
        // one read from a file ends in a line feed, with which no signature was made
        if (properties.webhookSecrets().stream()
                .anyMatch(secret -> !secret.strip().equals(secret))) {
            throw new IllegalStateException("news.thirdparty.stripe.webhook-secrets: white space at an end of one");
        }
        return new StripeChannel(properties, new ChannelHttp(), clock);
    }
}
