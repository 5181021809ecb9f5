package news.platform.thirdparty.charge;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.error.DomainException;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.guard.Guards;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The payment channels that are set up. */
@Component
public final class Channels {
    /** So many calls of one channel at once. */
    private static final int CONCURRENCY = 64;

    private final Map<String, GuardedChannel> channels;

    Channels(ObjectProvider<PaymentChannel> configured, Guards guards) {
        this.channels = configured.stream()
                .map(channel -> new GuardedChannel(
                        channel,
                        guards.breaker("channel-" + channel.name()),
                        guards.bulkhead("channel-" + channel.name(), CONCURRENCY)))
                .collect(Collectors.toMap(guarded -> guarded.channel().name(), Function.identity()));
    }

    /** Empty where it is not set up. */
    public Optional<PaymentChannel> find(String name) {
        return Optional.ofNullable(channels.get(name)).map(GuardedChannel::channel);
    }

    /** The channel of this name, or refuses. */
    GuardedChannel require(String name) {
        var channel = channels.get(name);
        if (channel == null) {
            throw DomainException.field(
                    ThirdpartyReason.CHANNEL_UNKNOWN,
                    "channel",
                    name + " (expected: one of "
                            + String.join(
                                    ", ", channels.keySet().stream().sorted().toList()) + ")");
        }
        return channel;
    }
}
