package news.platform.market.candle;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Optional;
import news.platform.grpc.server.Answers;
import news.platform.market.v1.CandleServiceGrpc;
import news.platform.market.v1.ListCandlesRequest;
import news.platform.market.v1.ListCandlesResponse;
import news.platform.proto.Timestamps;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class CandleGrpcService extends CandleServiceGrpc.CandleServiceImplBase {
    private final ReadCandles reading;

    CandleGrpcService(ReadCandles reading) {
        this.reading = reading;
    }

    @Override
    public void listCandles(ListCandlesRequest request, StreamObserver<ListCandlesResponse> answer) {
        var interval = request.getInterval().isEmpty() ? Interval.DAY : Interval.of(request.getInterval());
        var candles = reading.read(
                request.getSymbol(),
                interval,
                time(request.hasFrom(), request.getFrom()),
                time(request.hasTo(), request.getTo()));
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
