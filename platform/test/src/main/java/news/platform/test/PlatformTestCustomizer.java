package news.platform.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import news.platform.test.store.TestBroker;
import news.platform.test.store.TestDatabase;
import news.platform.test.store.TestKafka;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.ClassUtils;

/**
 * The properties of a {@link PlatformTest}: above the application's own, below the test's. Instances for the same twins
 * are equal, so that equal tests share a context; each context that is made gets a database and topics of its own, which go with it.
 *
 * @param twins the services of the table that a twin stands in for
 */
record PlatformTestCustomizer(List<String> twins) implements ContextCustomizer {
    private static final String PROPERTIES = "platformTest";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var beans = context.getBeanFactory();
        var properties = properties(context.getEnvironment());
        if (present("org.springframework.jdbc.core.JdbcTemplate")) {
            var database = TestDatabase.migrated();
            register(beans, "testDatabase", database, database::close);
            properties.put("spring.datasource.url", database.url());
            properties.put("spring.datasource.username", "postgres");
            properties.put("spring.datasource.password", "");
        }
        if (present("org.springframework.kafka.core.KafkaTemplate")) {
            var kafka = TestKafka.own();
            register(beans, "testKafka", kafka, kafka::close);
            properties.put("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers());
            properties.put("news.messaging.prefix", kafka.prefix());
            properties.put("news.messaging.topic.partitions", "1");
            properties.put("news.messaging.topic.create", "ALL");
        }
        if (present("news.platform.messaging.Outbox") && beans.containsSingleton("testDatabase")) {
            var events = new SentEvents(beans.getBean(TestDatabase.class), beans.getBean(TestKafka.class));
            register(beans, "sentEvents", events, events::close);
        }
        if (present("io.grpc.Server")) {
            var callee = new TestCallee(context.getEnvironment());
            register(beans, "testCallee", callee, callee);
        }
        for (String name : twins) {
            var twin = new ServiceTwin(name);
            register(beans, name + "Twin", twin, twin::close);
            properties.putAll(twin.properties());
        }
        beans.registerSingleton("testClock", new TestClock());
        beans.registerSingleton("replicas", new Replicas(configuration.getClasses(), context));
        add(properties, context);
        TestBroker.quiet();
    }

    private static void add(Map<String, Object> properties, ConfigurableApplicationContext context) {
        var sources = context.getEnvironment().getPropertySources();
        var ours = new MapPropertySource(PROPERTIES, properties);
        if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, ours);
        } else {
            sources.addFirst(ours);
        }
    }

    /** Whether it was a test that said these properties. */
    static boolean isOfTest(PropertySource<?> source) {
        return List.of(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, PROPERTIES)
                .contains(source.getName());
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
        return properties;
    }

    /** Beans end in the opposite order, so what is registered before the application's own outlives them. */
    private static void register(ConfigurableListableBeanFactory beans, String name, Object bean, DisposableBean end) {
        beans.registerSingleton(name, bean);
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean(name, end);
    }

    private static boolean present(String type) {
        return ClassUtils.isPresent(type, PlatformTestCustomizer.class.getClassLoader());
    }
}
