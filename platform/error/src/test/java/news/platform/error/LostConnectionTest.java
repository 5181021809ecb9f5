package news.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class LostConnectionTest {
    @Test
    void isUnavailableHoweverItBroke() {
        ClosedChannelException closed = new ClosedChannelException();
        Status read = LostConnection.read(
                Status.UNKNOWN.withDescription("channel closed").withCause(closed));

        assertThat(read.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(read.getCause()).isSameAs(closed);
    }

    @Test
    void isNotWhatACalleeAnswers() {
        Status answered = Status.UNKNOWN.withDescription("channel closed");
        Status broken = Status.UNKNOWN.withCause(new IllegalStateException("a bug"));

        assertThat(LostConnection.read(answered)).isSameAs(answered);
        assertThat(LostConnection.read(broken)).isSameAs(broken);
    }
}
