package news.platform.gateway.call;

import io.grpc.Channel;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import org.springframework.grpc.client.GrpcChannelFactory;

/** The services that are called, a connection to each, opened with the first call. */
public final class Callees {

    private final Map<String, Channel> byName;

    Callees(Contract contract, GrpcChannelFactory factory) {
        this.byName = contract.methods().stream()
                .filter(method -> !method.policy().signal())
                .map(Method::callee)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), factory::createChannel));
    }

    /** The way to the service that has the method. */
    public Channel of(Method method) {
        var channel = byName.get(method.callee());
        if (channel == null) {
            throw new IllegalArgumentException(
                    "callee: %s (expected: one of %s)".formatted(method.callee(), byName.keySet()));
        }
        return channel;
    }
}
