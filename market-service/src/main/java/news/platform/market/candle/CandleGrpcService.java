package news.platform.market.candle;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.platform.grpc.server.Answers;
import news.platform.grpc.server.CallMetadata;
import news.platform.market.v1.CandleServiceGrpc;
import news.platform.market.v1.ListCandlesRequest;
import news.platform.market.v1.ListCandlesResponse;
import news.platform.proto.Timestamps;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class CandleGrpcService extends CandleServiceGrpc.CandleServiceImplBase {
    private static final Duration FINAL_AGE = Duration.ofHours(1);

    private final ReadCandles reading;

    CandleGrpcService(ReadCandles reading) {
        this.reading = reading;
    }

    @Override
    public void listCandles(ListCandlesRequest request, StreamObserver<ListCandlesResponse> answer) {
        var interval = request.getInterval().isEmpty() ? Interval.DAY : Interval.of(request.getInterval());
        var to = time(request.hasTo(), request.getTo());
        // before they are read: what is counted meanwhile is no reason to take older ones for final
        if (to.isPresent() && reading.areFinal(request.getSymbol(), interval, to.get())) {
            CallMetadata.maxAge(FINAL_AGE);
        }
        var candles = reading.read(request.getSymbol(), interval, time(request.hasFrom(), request.getFrom()), to);
        var response =
                ListCandlesResponse.newBuilder().setSymbol(request.getSymbol()).setInterval(interval.word());
        for (var candle : request.getAdjusted() ? reading.adjusted(request.getSymbol(), candles) : candles) {
            response.addTime(Timestamps.of(candle.key().begin()))
                    .addOpen(candle.open().toPlainString())
                    .addHigh(candle.high().toPlainString())
                    .addLow(candle.low().toPlainString())
                    .addClose(candle.close().toPlainString())
                    .addVolume(candle.volume());
        }
        Answers.send(answer, response.build());
    }

    private static Optional<Instant> time(boolean isSet, Timestamp time) {
        return isSet ? Optional.of(Timestamps.instant(time)) : Optional.empty();
    }
}
