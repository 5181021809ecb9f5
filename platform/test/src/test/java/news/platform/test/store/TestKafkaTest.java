package news.platform.test.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestKafkaTest {
    @Test
    void deletesItsOwnTopicsAndNobodyElses() throws Exception {
        var closed = TestKafka.own();
        var other = TestKafka.own();
        try (other;
                var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            admin.createTopics(List.of(topic(closed), topic(other))).all().get();

            closed.close();

            // the broker tells of a deletion before its own list shows it
            await().until(() -> !names(admin).contains(closed.topic("note")));
            assertThat(names(admin)).contains(other.topic("note"));
        }
    }

    private static Set<String> names(Admin admin) throws Exception {
        return admin.listTopics().names().get();
    }

    private static NewTopic topic(TestKafka kafka) {
        return new NewTopic(kafka.topic("note"), 1, (short) 1);
    }
}
