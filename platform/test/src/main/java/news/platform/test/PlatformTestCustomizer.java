package news.platform.test;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.ClassUtils;

/**
 * The properties of a {@link PlatformTest}: above the application's own, below the test's. All instances are equal, so that
 * equal tests share a context; each context that is made gets a database of its own.
 */
record PlatformTestCustomizer() implements ContextCustomizer {
    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var sources = context.getEnvironment().getPropertySources();
        var ours = new MapPropertySource("platformTest", properties(context.getEnvironment()));
        if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, ours);
        } else {
            sources.addFirst(ours);
        }
        context.getBeanFactory().registerSingleton("testClock", new TestClock());
        if (present("io.grpc.Server")) {
            var callee = new TestCallee(context.getEnvironment());
            context.getBeanFactory().registerSingleton("testCallee", callee);
            ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean("testCallee", callee);
        }
        TestBroker.quiet();
    }

    private static Map<String, Object> properties(Environment environment) {
        var properties = new HashMap<String, Object>();
        if (environment.containsProperty("management.server.port")) {
            properties.put("management.server.port", "0");
        }
        properties.put("spring.grpc.server.port", "0");
        properties.put("management.tracing.export.zipkin.enabled", "false");
        properties.put("news.security.issuer", TestTokens.ISSUER);
        properties.put("news.security.audience", TestTokens.AUDIENCE);
        properties.put("news.security.jwks-uri", TestTokens.jwksUri());
        if (present("org.springframework.jdbc.core.JdbcTemplate")) {
            properties.put("spring.datasource.url", TestDatabase.freshUrl());
            properties.put("spring.datasource.username", "postgres");
            properties.put("spring.datasource.password", "");
        }
        if (present("org.springframework.kafka.core.KafkaTemplate")) {
            properties.put("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers());
        }
        return properties;
    }

    private static boolean present(String type) {
        return ClassUtils.isPresent(type, PlatformTestCustomizer.class.getClassLoader());
    }
}
