package news.platform.gateway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.platform.test.PlatformTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole gateway on a random port in front of twins; all such tests share one. Deadlines suit a busy machine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PlatformTest(
        properties = {
            "management.server.port=0",
            "news.gateway.contract.descriptors=contracts.desc,testing.desc",
            "news.gateway.guard.rate-scale=100000",
            "news.gateway.cors.allowed-origins=https://*.example.com",
            "news.gateway.stream.heartbeat=300ms",
            "news.gateway.stream.patience=2s",
            "news.gateway.stream.ring=64",
            "news.gateway.stream.max=5000",
            "news.gateway.stream.max-per-address=50",
            "news.gateway.stream.max-per-user=3",
            "news.gateway.warm-up.enabled=false",
            "news.gateway.signed.known.channel-serial=7,401,503",
            "news.policy.file=src/test/resources/policies/patient.properties",
            "spring.http.clients.connect-timeout=30s",
        })
@ContextConfiguration(initializers = TwinsInitializer.class)
@Import({EdgeClient.class, PlainTwin.Table.class})
public @interface EdgeTest {}
