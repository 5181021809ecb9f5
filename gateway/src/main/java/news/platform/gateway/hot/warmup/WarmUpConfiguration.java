package news.platform.gateway.hot.warmup;

import news.platform.gateway.call.Rendering;
import news.platform.gateway.guard.RateLimits;
import news.platform.gateway.hot.Targets;
import news.platform.gateway.hot.encoding.Compression;
import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.method.HotMethods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class WarmUpConfiguration {

    @Bean
    WarmUp.Kept warmUpKept(HotMethods methods, HotStore store, Targets targets) {
        return new WarmUp.Kept(methods, store, targets);
    }

    @Bean
    WarmUp.Parts warmUpParts(WarmUp.Kept kept, Compression compression, Rendering rendering) {
        return new WarmUp.Parts(kept, compression, rendering);
    }

    @Bean
    WarmUp warmUp(WarmUp.Parts parts, RateLimits limits, WarmUpProperties properties, Environment environment) {
        return new WarmUp(parts, limits, properties, environment);
    }
}
