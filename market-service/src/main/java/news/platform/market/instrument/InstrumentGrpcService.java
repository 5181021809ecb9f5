package news.platform.market.instrument;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.market.v1.InstrumentServiceGrpc;
import news.platform.market.v1.ListInstrumentsRequest;
import news.platform.market.v1.ListInstrumentsResponse;
import news.platform.market.v1.PutInstrumentRequest;
import news.platform.market.v1.PutInstrumentResponse;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class InstrumentGrpcService extends InstrumentServiceGrpc.InstrumentServiceImplBase {
    private final SearchInstruments searching;
    private final PutInstrument putting;
    private final Pages pages;

    InstrumentGrpcService(SearchInstruments searching, PutInstrument putting, Pages pages) {
        this.searching = searching;
        this.putting = putting;
        this.pages = pages;
    }

    @Override
    public void listInstruments(ListInstrumentsRequest request, StreamObserver<ListInstrumentsResponse> answer) {
        var scope = PageScope.of("instruments").with("q", request.getQ()).with("exchange", request.getExchange());
        var after = pages.key(scope, request.getPageToken());
        int size = new PageRequest(request.getPageSize(), "").size();
        var hits = searching.search(request.getQ(), request.getExchange()).stream()
                .filter(hit -> after.isEmpty() || hit.isAfter(after.get()))
                .limit(size + 1L)
                .toList();
        var response = ListInstrumentsResponse.newBuilder();
        hits.stream().limit(size).forEach(hit -> response.addInstruments(InstrumentProtos.message(hit.instrument())));
        if (hits.size() > size) {
            response.setNextPageToken(pages.token(scope, hits.get(size - 1).place()));
        }
        Answers.send(answer, response.build());
    }

    @Override
    public void putInstrument(PutInstrumentRequest request, StreamObserver<PutInstrumentResponse> answer) {
        var instrument = putting.put(InstrumentProtos.instrument(request));
        Answers.send(
                answer,
                PutInstrumentResponse.newBuilder()
                        .setInstrument(InstrumentProtos.message(instrument))
                        .build());
    }
}
