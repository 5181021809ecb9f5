package news.platform.thirdparty.item;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ItemConfiguration {
    /**
     * A feed that is quiet or not reached keeps its items: it may show them again. One that was removed will not, and of a
     * partner nobody knows whether it will ever send again.
     */
    @Bean
    RetentionRule forgottenItems(ItemProperties properties) {
        return new RetentionRule("feed_item", "seen_time", properties.keep(), """
                not exists (select 1 from feed_source where id = old.origin)
                or exists (select 1 from feed_item later
                         where later.origin = old.origin
                           and later.seen_time > old.seen_time + interval '%d seconds')""".formatted(
                        properties.keep().toSeconds()));
    }
}
