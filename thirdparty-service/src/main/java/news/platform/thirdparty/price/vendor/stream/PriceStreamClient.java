package news.platform.thirdparty.price.vendor.stream;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.thirdparty.price.vendor.v1.Instruments;
import news.platform.thirdparty.price.vendor.v1.Missing;
import news.platform.thirdparty.price.vendor.v1.PriceStreamGrpc;
import news.platform.thirdparty.price.vendor.v1.PriceTick;
import news.platform.thirdparty.price.vendor.v1.SubscribeRequest;
import news.platform.thirdparty.price.vendor.v1.SubscribeResponse;

/** One call of a vendor's price stream, on a channel of its own; see price_stream.proto. */
final class PriceStreamClient implements Connection {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final ClientCallStreamObserver<SubscribeRequest> call;

    /** Takes the channel, and closes it where nobody answers. */
    PriceStreamClient(ManagedChannel channel, String token, Inbox inbox) throws IOException {
        this.channel = channel;
        var stub = PriceStreamGrpc.newStub(channel);
        if (!token.isEmpty()) {
            var headers = new Metadata();
            headers.put(AUTHORIZATION, "Bearer " + token);
            stub = stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        }
        var answers = new Answers(inbox);
        this.call = (ClientCallStreamObserver<SubscribeRequest>) stub.subscribe(answers);
        try {
            WebSocketConnector.await(answers.connected);
        } catch (IOException e) {
            channel.shutdownNow();
            throw e;
        }
    }

    @Override
    public void subscribe(Set<String> symbols) {
        call.onNext(SubscribeRequest.newBuilder()
                .setInstruments(Instruments.newBuilder()
                        .addAllSymbols(symbols.stream().sorted().toList()))
                .build());
    }

    @Override
    public void askAgain(Sequence.Gap gap) {
        call.onNext(SubscribeRequest.newBuilder()
                .setMissing(Missing.newBuilder().setFrom(gap.from()).setTo(gap.to()))
                .build());
    }

    /** The channel does it. */
    @Override
    public void keepAlive() {}

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private static final class Answers implements ClientResponseObserver<SubscribeRequest, SubscribeResponse> {
        private final Inbox inbox;
        private final CompletableFuture<Boolean> connected = new CompletableFuture<>();

        Answers(Inbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<SubscribeRequest> call) {
            call.setOnReadyHandler(() -> connected.complete(true));
        }

        @Override
        public void onNext(SubscribeResponse response) {
            inbox.add(new Inbox.Message(
                    response.getSequence(),
                    response.getTicksList().stream().map(Answers::tick).toList()));
        }

        @Override
        public void onError(Throwable error) {
            connected.completeExceptionally(error);
            inbox.failed(error);
        }

        @Override
        public void onCompleted() {
            onError(new IOException("the vendor ended the call"));
        }

        private static Optional<Tick> tick(PriceTick tick) {
            try {
                return Tick.of(
                        tick.getSymbol(),
                        tick.getPrice(),
                        tick.getVolume(),
                        Timestamps.instant(tick.getTime()),
                        tick.getCorrection());
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
    }
}
