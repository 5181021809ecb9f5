package news.platform.thirdparty.price;

import io.grpc.stub.StreamObserver;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.server.Answers;
import news.platform.thirdparty.v1.PriceDay;
import news.platform.thirdparty.v1.PriceHistoryServiceGrpc.PriceHistoryServiceImplBase;
import news.platform.thirdparty.v1.PutPriceHistoryRequest;
import news.platform.thirdparty.v1.PutPriceHistoryResponse;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class PriceHistoryGrpcService extends PriceHistoryServiceImplBase {
    private final TellHistory telling;

    PriceHistoryGrpcService(TellHistory telling) {
        this.telling = telling;
    }

    @Override
    public void putPriceHistory(PutPriceHistoryRequest request, StreamObserver<PutPriceHistoryResponse> answer) {
        telling.put(request.getSymbol(), bars(request.getDaysList()));
        Answers.send(answer, PutPriceHistoryResponse.getDefaultInstance());
    }

    private static List<Bar> bars(List<PriceDay> days) {
        var bars = new ArrayList<Bar>();
        for (var day : days) {
            var field = "days[" + bars.size() + "]";
            var bar = bar(day, field);
            if (!bars.isEmpty() && !bar.date().isAfter(bars.getLast().date())) {
                throw refused(field + ".date", day.getDate() + " (expected: after the one before)");
            }
            if (!bar.isSound()) {
                throw refused(field, "a price outside of its day's low and high");
            }
            bars.add(bar);
        }
        return bars;
    }

    private static Bar bar(PriceDay day, String field) {
        try {
            return new Bar(
                    LocalDate.parse(day.getDate()),
                    new BigDecimal(day.getOpen()),
                    new BigDecimal(day.getHigh()),
                    new BigDecimal(day.getLow()),
                    new BigDecimal(day.getClose()),
                    day.getVolume());
        } catch (DateTimeException _) {
            throw refused(field + ".date", day.getDate() + " (expected: a day that there is)");
        }
    }

    private static DomainException refused(String field, String detail) {
        return DomainException.field(PlatformReason.INVALID_FIELD, field, detail);
    }
}
