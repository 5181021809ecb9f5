package news.platform.test.store;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * Topics of one's own on the one Kafka broker of the run, which are made on first use; two with different prefixes never
 * meet. What is not closed is gone when the run has ended. A test that needs the broker to go down takes a
 * {@link TestBroker} of its own. Thread-safe.
 *
 * @param prefix what the names of the topics begin with, unique in the run: {@code news.messaging.prefix}
 */
public record TestKafka(String prefix) implements AutoCloseable {
    /** A prefix that nobody else has. */
    public static TestKafka own() {
        return new TestKafka("test-" + UUID.randomUUID() + ".");
    }

    /** What {@code spring.kafka.bootstrap-servers} takes. */
    public static String bootstrapServers() {
        return Stores.shared().bootstrapServers();
    }

    /** The topic by the name that the contract has for it. */
    public String topic(String name) {
        return prefix + name;
    }

    /** Deletes the topics. */
    @Override
    public void close() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .collect(Collectors.toSet());
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics " + prefix + "* not deleted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
