package news.platform.test;

/**
 * The one Kafka broker of this JVM, started when first asked for and stopped with the JVM. Topics are made on first use;
 * tests keep apart by topic, key or group. A test that needs the broker to go down takes a {@link TestBroker} of its own.
 */
public final class TestKafka {
    private TestKafka() {}

    /** What {@code spring.kafka.bootstrap-servers} takes. */
    public static String bootstrapServers() {
        return Shared.BROKER.bootstrapServers();
    }

    /** Started by the JVM when first used. */
    private static final class Shared {
        static final TestBroker BROKER = start();

        private static TestBroker start() {
            TestBroker broker = TestBroker.started();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "test-broker-stop"));
            return broker;
        }
    }
}
