package news.platform.grpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.error.v1.PlatformReason;
import org.junit.jupiter.api.Test;

class RetriesIT extends CallerFixture {
    @Test
    void sendsAReadAgainWhenTheConnectionFailed() {
        AtomicInteger attempts = new AtomicInteger();
        callee.behaviour = () -> attempts.incrementAndGet() == 1 ? Status.UNAVAILABLE : Status.OK;

        assertThat(stub.getPublic(EMPTY).getText()).isEqualTo("fine");
        assertThat(callee.calls).hasValue(2);
        assertThat(counter("news.grpc.client.retries")).isEqualTo(1);
    }

    @Test
    void sendsNothingAgainThatChangesSomething() {
        callee.behaviour = () -> Status.UNAVAILABLE;

        assertThat(refusal(() -> stub.changeDefault(EMPTY)).code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(callee.calls).hasValue(1);
    }

    @Test
    void sendsNothingAgainThatTheCalleeItselfRefused() {
        StatusRuntimeException refusal = ErrorStatuses.toStatus(
                new DomainException(PlatformReason.OVERLOADED, "Later.").retryAfter(Duration.ofSeconds(1)), "probe");
        callee.behaviour = () -> {
            throw refusal;
        };

        assertThat(refusal(() -> stub.getPublic(EMPTY)).reason()).isEqualTo("OVERLOADED");
        assertThat(callee.calls).hasValue(1);
    }

    @Test
    void spendsNoMoreRetriesThanItsBudget() {
        callee.behaviour = () -> Status.UNAVAILABLE;

        refusal(() -> stub.getOptional(EMPTY));
        refusal(() -> stub.getOptional(EMPTY));
        refusal(() -> stub.getOptional(EMPTY));

        assertThat(callee.calls.get()).isLessThanOrEqualTo(5);
    }

    @Test
    void findsACalleeAgainWithinSecondsOfItsRestart() throws Exception {
        callee.stop();
        for (int i = 0; i < 20; i++) {
            assertThat(refusal(() -> stub.getPublic(EMPTY)).httpStatus()).isEqualTo(503);
        }

        callee.startAgain();

        await().pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> stub.getPublic(EMPTY).getText().equals("fine"));
    }
}
