package news.platform.thirdparty.price.vendor.stream;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.price.vendor.v1.PriceStreamGrpc;
import news.platform.thirdparty.price.vendor.v1.PriceTick;
import news.platform.thirdparty.price.vendor.v1.SubscribeRequest;
import news.platform.thirdparty.price.vendor.v1.SubscribeResponse;

/** A vendor that speaks gRPC. */
final class GrpcStandIn extends StreamStandIn {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final List<StreamObserver<SubscribeResponse>> clients = new CopyOnWriteArrayList<>();
    private final Server server = started();

    @Override
    URI address() {
        return URI.create("grpc://127.0.0.1:" + server.getPort());
    }

    @Override
    void tell(long sequence, List<Trade> trades) {
        var response = SubscribeResponse.newBuilder().setSequence(sequence);
        trades.forEach(trade -> response.addTicks(PriceTick.newBuilder()
                .setSymbol(trade.symbol())
                .setPrice(trade.price())
                .setVolume(1)
                .setTime(Timestamps.of(Instant.parse(trade.time())))));
        clients.forEach(client -> client.onNext(response.build()));
    }

    @Override
    void hangUp() {
        clients.forEach(StreamObserver::onCompleted);
        clients.clear();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private Server started() {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(new Serving())
                    .intercept(new Looking())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Looking implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            if (away) {
                call.close(Status.UNAVAILABLE, new Metadata());
                return new ServerCall.Listener<>() {};
            }
            shown = Objects.requireNonNullElse(headers.get(AUTHORIZATION), "");
            return Contexts.interceptCall(Context.current(), call, headers, next);
        }
    }

    private final class Serving extends PriceStreamGrpc.PriceStreamImplBase {
        @Override
        public StreamObserver<SubscribeRequest> subscribe(StreamObserver<SubscribeResponse> client) {
            clients.add(client);
            return new StreamObserver<>() {
                @Override
                public void onNext(SubscribeRequest request) {
                    switch (request.getWishCase()) {
                        case INSTRUMENTS ->
                            wanted = Set.copyOf(request.getInstruments().getSymbolsList());
                        case MISSING ->
                            askedAgain.add(request.getMissing().getFrom() + "-"
                                    + request.getMissing().getTo());
                        case WISH_NOT_SET -> throw new IllegalStateException("a request for nothing");
                    }
                }

                @Override
                public void onError(Throwable error) {
                    clients.remove(client);
                }

                @Override
                public void onCompleted() {
                    clients.remove(client);
                }
            };
        }
    }
}
