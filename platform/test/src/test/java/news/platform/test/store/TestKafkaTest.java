package news.platform.test.store;

import static org.assertj.core.api.Assertions.assertThat;

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

            Set<String> left = admin.listTopics().names().get();
            assertThat(left).contains(other.topic("note")).doesNotContain(closed.topic("note"));
        }
    }

    private static NewTopic topic(TestKafka kafka) {
        return new NewTopic(kafka.topic("note"), 1, (short) 1);
    }
}
