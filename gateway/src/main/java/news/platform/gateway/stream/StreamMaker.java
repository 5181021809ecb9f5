package news.platform.gateway.stream;

import java.time.Clock;
import java.util.Optional;
import news.platform.gateway.call.CallHeaders;
import news.platform.gateway.call.Calls;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import news.platform.gateway.stream.latest.LatestStream;
import news.platform.gateway.stream.log.LogStream;
import news.platform.gateway.stream.mine.MineStream;
import news.platform.gateway.stream.source.MethodStream;
import news.platform.gateway.stream.source.StreamContext;
import news.platform.security.token.TokenVerifier;

/** Makes what the clients of a method share, by its mode. */
final class StreamMaker {

    private final StreamProperties properties;
    private final StreamContext context;
    private final Contract contract;
    private final Calls calls;
    private final TokenVerifier tokens;

    StreamMaker(
            StreamProperties properties, StreamContext context, Contract contract, Calls calls, TokenVerifier tokens) {
        this.properties = properties;
        this.context = context;
        this.contract = contract;
        this.calls = calls;
        this.tokens = tokens;
    }

    MethodStream of(Method method) {
        var stream = method.policy().stream().orElseThrow();
        return switch (stream.getMode()) {
            case STREAM_MODE_LOG -> new LogStream(method, context, properties.logs(), Clock.systemUTC());
            case STREAM_MODE_MINE -> new MineStream(method, context, callers(opening(method, stream.getOpening())));
            case STREAM_MODE_LATEST -> new LatestStream(method, context, properties.flush());
            case STREAM_MODE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalStateException("refused by the contract");
        };
    }

    private Method opening(Method method, String name) {
        return contract.method(method.descriptor().getService().getFullName() + "/" + name)
                .orElseThrow();
    }

    private MineStream.Callers callers(Method opening) {
        return new MineStream.Callers(
                caller -> calls.call(opening, opening.request(), CallHeaders.of(Optional.of(caller)))
                        .message(),
                caller -> tokens.remembered(caller.token()).isPresent());
    }
}
