package news.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;

/**
 * The whole application against real neighbours: a fresh database of {@link TestDatabase} for each context (where Spring
 * JDBC is on the class path), the broker of {@link TestKafka} (where spring-kafka is), access tokens of {@link TestTokens},
 * the certificate of its name of {@link TestCertificates}, random ports for HTTP and gRPC, no trace export, a {@link TestClock} and {@link TestCallee} as beans. {@link
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

    /** The configuration classes; empty means the {@code @SpringBootApplication} found upwards of the test's package. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};
}
