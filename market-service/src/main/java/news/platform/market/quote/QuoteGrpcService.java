package news.platform.market.quote;

import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.grpc.resource.Batch;
import news.platform.grpc.server.Answers;
import news.platform.grpc.stream.Fanout;
import news.platform.market.v1.BatchGetQuotesRequest;
import news.platform.market.v1.BatchGetQuotesResponse;
import news.platform.market.v1.ListMoversRequest;
import news.platform.market.v1.ListMoversResponse;
import news.platform.market.v1.QuoteServiceGrpc;
import news.platform.market.v1.StreamQuotesRequest;
import news.platform.market.v1.StreamQuotesResponse;
import news.platform.persistence.page.PageRequest;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class QuoteGrpcService extends QuoteServiceGrpc.QuoteServiceImplBase {
    private final KnownQuotes quotes;
    private final Fanout<StreamQuotesResponse> fanout;

    QuoteGrpcService(KnownQuotes quotes, Fanout<StreamQuotesResponse> fanout) {
        this.quotes = quotes;
        this.fanout = fanout;
    }

    @Override
    public void batchGetQuotes(BatchGetQuotesRequest request, StreamObserver<BatchGetQuotesResponse> answer) {
        var batch = Batch.of(request.getSymbolsList(), quotes::of, Quote::symbol);
        Answers.send(
                answer,
                BatchGetQuotesResponse.newBuilder()
                        .addAllQuotes(
                                batch.found().stream().map(QuoteProtos::message).toList())
                        .addAllMissing(batch.missing())
                        .build());
    }

    @Override
    public void streamQuotes(StreamQuotesRequest request, StreamObserver<StreamQuotesResponse> answer) {
        fanout.subscribe(
                answer, () -> List.of(QuoteProtos.response(quotes.all())).iterator());
    }

    @Override
    public void listMovers(ListMoversRequest request, StreamObserver<ListMoversResponse> answer) {
        var order = MoverOrder.of(request.getOrder());
        Answers.send(
                answer,
                ListMoversResponse.newBuilder()
                        .addAllQuotes(quotes.all().stream()
                                .filter(quote -> quote.prices().isPresent())
                                .filter(quote -> request.getExchange().isEmpty()
                                        || quote.instrument().exchange().equals(request.getExchange()))
                                .filter(quote -> request.getKind().isEmpty()
                                        || quote.instrument().kind().name().equalsIgnoreCase(request.getKind()))
                                .sorted(order.comparator())
                                .limit(new PageRequest(request.getPageSize(), "").size())
                                .map(QuoteProtos::message)
                                .toList())
                        .build());
    }
}
