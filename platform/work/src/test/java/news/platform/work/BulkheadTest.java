package news.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import news.platform.error.DomainException;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead(1, Duration.ofMillis(20), "Too many at once.");

    @Test
    void refusesWhoGetsNoPlaceInTime() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> bulkhead.run(() -> {
            inside.countDown();
            return left(leave);
        }));
        inside.await();

        assertThatThrownBy(() -> bulkhead.run(() -> "never"))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("Too many at once.");
        leave.countDown();
        assertThat(first.join()).isEqualTo("left");
        assertThat(bulkhead.run(() -> "in")).isEqualTo("in");
    }

    @Test
    void hasItsPlaceBackAfterAFailure() {
        assertThatThrownBy(() -> bulkhead.run(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(bulkhead.run(() -> "in")).isEqualTo("in");
    }

    private static String left(CountDownLatch leave) {
        try {
            leave.await();
            return "left";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
