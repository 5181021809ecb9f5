package news.platform.local.edge;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;

class EdgeTest {
    private static final int NOBODY = 1;

    @Test
    void endsSoonWhereNobodyIsAndSaysHowToStartThem() {
        try (var edge = new Edge("127.0.0.1", NOBODY, Duration.ofMinutes(10), Duration.ZERO, _ -> {})) {
            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() -> edge.get("/api/v1/articles"))
                    .withMessageContaining("Nobody answers at http://127.0.0.1:1: ./news up starts the platform");
        }
    }
}
