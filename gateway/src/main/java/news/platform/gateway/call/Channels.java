package news.platform.gateway.call;

import io.grpc.Channel;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import org.springframework.grpc.client.GrpcChannelFactory;

/** One channel for each domain, opened with the first call. */
public final class Channels {

    private final Map<String, Channel> byName;

    Channels(Contract contract, GrpcChannelFactory factory) {
        this.byName = contract.methods().stream()
                .map(Method::channel)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), factory::createChannel));
    }

    /** The channel that leads to the method's service. */
    public Channel of(Method method) {
        var channel = byName.get(method.channel());
        if (channel == null) {
            throw new IllegalArgumentException(
                    "channel: %s (expected: one of %s)".formatted(method.channel(), byName.keySet()));
        }
        return channel;
    }
}
