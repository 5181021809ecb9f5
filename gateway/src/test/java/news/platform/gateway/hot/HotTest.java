package news.platform.gateway.hot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.platform.test.PlatformTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The whole gateway over a {@link Twin}; one context for all who ask for nothing more. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@PlatformTest
@ContextConfiguration(initializers = TwinInitializer.class)
@TestPropertySource(
        properties = {
            "management.server.port=0",
            // propagation goes with export
            "management.tracing.export.enabled=true",
            "management.tracing.export.zipkin.enabled=false",
            "news.gateway.warm-up.enabled=false",
            // no breaker opens: one test's outage must not reach the next, which may begin while it is remembered
            "news.grpc.client.minimum-calls=100000",
            "news.gateway.guard.rate-scale=100000",
            "news.gateway.guard.trusted-proxies=127.0.0.0/8",
            "news.gateway.guard.rates.search.capacity=1",
            "news.gateway.guard.rates.search.refill=1",
            "news.gateway.guard.rates.search.period=1h",
            "news.policy.file=src/test/resources/policies/ages.properties",
        })
public @interface HotTest {}
