package news.platform.thirdparty.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.test.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProviderTest {
    private static final BulkheadConfig ONE = BulkheadConfig.custom()
            .maxConcurrentCalls(1)
            .maxWaitDuration(Duration.ZERO)
            .build();

    private static final Message MESSAGE =
            new Message("m", new Address.Phone("+8613800138000"), "Title", "", "", Optional.empty(), "", false, "");

    @TempDir
    Path folder;

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "file",
            CircuitBreakerConfig.custom()
                    .minimumNumberOfCalls(8)
                    .slidingWindowSize(8)
                    .build());
    private final Bulkhead urgent = Bulkhead.of("file-urgent", ONE);
    private final Bulkhead others = Bulkhead.of("file", ONE);
    private final TestClock clock = new TestClock();
    private Quota quota = new Quota(100, clock);

    @Test
    void comesBackLaterAndLaterAndSoonOnceItWorks() throws Exception {
        var provider = provider();

        assertThat(List.of(pause(provider), pause(provider), pause(provider), pause(provider), pause(provider)))
                .containsExactly(1L, 2L, 4L, 8L, 10L);

        Files.createDirectory(folder.resolve("away"));
        assertThat(provider.deliver(messages(), false)).containsExactly(new Outcome.Accepted());
        Files.delete(folder.resolve("away/outbox.jsonl"));
        Files.delete(folder.resolve("away"));
        assertThat(pause(provider)).isEqualTo(1);
    }

    @Test
    void asksNobodyWhileTheBreakerIsOpen() throws Exception {
        var provider = provider();
        breaker.transitionToOpenState();
        Files.createDirectory(folder.resolve("away"));

        assertThat(provider.deliver(messages(), false)).first().isInstanceOf(Outcome.Retry.class);
        assertThat(folder.resolve("away/outbox.jsonl")).doesNotExist();
    }

    @Test
    void takesNoMoreThanItsBulkheadHasPlaces() throws Exception {
        var provider = provider();
        Files.createDirectory(folder.resolve("away"));
        others.acquirePermission();

        assertThat(provider.deliver(messages(), false)).first().isInstanceOf(Outcome.Retry.class);
        // others hold up nothing urgent
        assertThat(provider.deliver(messages(), true)).containsExactly(new Outcome.Accepted());

        others.onComplete();
        assertThat(provider.deliver(messages(), false)).containsExactly(new Outcome.Accepted());
    }

    @Test
    void keepsAThirdOfTheQuotaForWhatIsUrgent() throws Exception {
        quota = new Quota(9, clock);
        Files.createDirectory(folder.resolve("away"));
        var provider = provider();

        var outcomes = provider.deliver(Collections.nCopies(9, MESSAGE), false);

        assertThat(outcomes).hasSize(9);
        assertThat(outcomes.subList(0, 6)).containsOnly(new Outcome.Accepted());
        assertThat(outcomes.getLast()).isEqualTo(new Outcome.Retry(Duration.ofSeconds(1)));
        assertThat(provider.deliver(Collections.nCopies(3, MESSAGE), true)).containsOnly(new Outcome.Accepted());
    }

    @Test
    void leavesAProviderAloneForAsLongAsItWants() {
        var asked = new AtomicInteger();
        var provider = new GuardedProvider(
                new Provider() {
                    @Override
                    public String name() {
                        return "busy";
                    }

                    @Override
                    public boolean carries(Address address) {
                        return true;
                    }

                    @Override
                    public List<Outcome> deliver(List<Message> messages) {
                        asked.incrementAndGet();
                        return List.of(new Outcome.Busy(Duration.ofSeconds(30)));
                    }
                },
                breaker,
                new GuardedProvider.Places(urgent, others),
                quota);

        provider.deliver(messages(), false);
        var later = (Outcome.Retry) provider.deliver(messages(), true).getFirst();
        assertThat(asked).hasValue(1);
        assertThat(later.after()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(31));

        clock.advance(Duration.ofSeconds(31));
        provider.deliver(messages(), false);
        assertThat(asked).hasValue(2);
    }

    private GuardedProvider provider() {
        return new GuardedProvider(
                new FileProvider(folder.resolve("away/outbox.jsonl"), Clock.systemUTC()),
                breaker,
                new GuardedProvider.Places(urgent, others),
                quota);
    }

    private static long pause(GuardedProvider provider) {
        return ((Outcome.Retry) provider.deliver(messages(), false).getFirst())
                .after()
                .toSeconds();
    }

    private static List<Message> messages() {
        return List.of(MESSAGE);
    }
}
