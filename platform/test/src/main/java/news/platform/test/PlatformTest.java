package news.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import news.platform.test.grpc.TestCertificates;
import news.platform.test.store.TestDatabase;
import news.platform.test.store.TestKafka;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;

/**
 * The whole application against real neighbours. Each context has a migrated {@link TestDatabase} of its own (where Spring
 * JDBC is on the class path) and topics of its own, of one partition each, on the broker of {@link TestKafka} (where
 * spring-kafka is); access tokens are those of {@link TestTokens}, the certificate of its name is one of {@link
 * TestCertificates}, ports for HTTP and gRPC are random, traces are not exported. Beans: {@link TestClock}, {@link
 * TestCallee}, {@link SentEvents}, {@link Replicas}, and a {@link ServiceTwin} for each of {@link #twins()}. {@link
 * #properties()} and {@code @TestPropertySource} win over what this sets.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface PlatformTest {
    /** Properties of this test alone, {@code key=value}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** The services of the table that a {@link ServiceTwin} stands in for; the bean of each is called {@code <name>Twin}. */
    String[] twins() default {};

    /** The configuration classes; empty means the {@code @SpringBootApplication} found upwards of the test's package. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};
}
