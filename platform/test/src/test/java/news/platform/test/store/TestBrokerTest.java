package news.platform.test.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestBrokerTest {
    @Test
    void keepsAddressAndDataOverARestart() throws ExecutionException, InterruptedException {
        try (TestBroker broker = TestBroker.started()) {
            String address = broker.bootstrapServers();
            try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }

            broker.stop();
            broker.start();

            assertThat(broker.bootstrapServers()).isEqualTo(address);
            try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
        }
    }
}
