package news.platform.thirdparty.charge;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import news.platform.error.DomainException;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A channel behind its breaker and its bulkhead: one that fails or is slow holds up no other. */
final class GuardedChannel {
    private static final Logger log = LoggerFactory.getLogger(GuardedChannel.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final PaymentChannel channel;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    GuardedChannel(PaymentChannel channel, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.channel = channel;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    /** What a channel is asked. */
    @FunctionalInterface
    interface Question<T> {
        T to(PaymentChannel channel) throws IOException;
    }

    /** The channel itself, for what needs no network. */
    PaymentChannel channel() {
        return channel;
    }

    /**
     * Asks.
     *
     * @throws DomainException CHANNEL_UNAVAILABLE where there is no answer
     */
    <T> T ask(Question<T> question) {
        if (!bulkhead.tryAcquirePermission()) {
            throw unavailable();
        }
        try {
            return answered(question);
        } finally {
            bulkhead.onComplete();
        }
    }

    private <T> T answered(Question<T> question) {
        if (!breaker.tryAcquirePermission()) {
            throw unavailable();
        }
        long since = breaker.getCurrentTimestamp();
        try {
            var answer = question.to(channel);
            breaker.onSuccess(breaker.getCurrentTimestamp() - since, breaker.getTimestampUnit());
            return answer;
        } catch (IOException e) {
            breaker.onError(breaker.getCurrentTimestamp() - since, breaker.getTimestampUnit(), e);
            log.warn("{} did not answer: {}", channel.name(), e.toString());
            throw unavailable();
        } catch (RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - since, breaker.getTimestampUnit(), e);
            throw e;
        }
    }

    private DomainException unavailable() {
        return new DomainException(ThirdpartyReason.CHANNEL_UNAVAILABLE, channel.name() + " cannot be asked for now")
                .retryAfter(SOON);
    }
}
