package news.platform.search.searching;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.grpc.server.CallMetadata;
import news.platform.persistence.page.PageRequest;
import news.platform.search.channel.Channels;
import news.platform.search.trending.QueryEvents;
import news.platform.search.v1.ExplainSearchRequest;
import news.platform.search.v1.ExplainSearchResponse;
import news.platform.search.v1.SearchRequest;
import news.platform.search.v1.SearchResponse;
import news.platform.search.v1.SearchServiceGrpc;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class SearchGrpcService extends SearchServiceGrpc.SearchServiceImplBase {
    private static final int EXPLAINED = 10;

    private final FindItems find;
    private final QueryEvents events;
    private final Channels channels;

    SearchGrpcService(FindItems find, QueryEvents events, Channels channels) {
        this.find = find;
        this.channels = channels;
        this.events = events;
    }

    @Override
    public void search(SearchRequest request, StreamObserver<SearchResponse> answer) {
        var found = find.page(
                SearchProtos.search(request, channels), new PageRequest(request.getPageSize(), request.getPageToken()));
        if (!find.isComplete()) {
            CallMetadata.degraded("search-service");
        }
        if (request.getPageToken().isEmpty() && found.total() > 0) {
            CallMetadata.clientAddress().ifPresent(address -> events.asked(request.getQ(), address));
        }
        Answers.send(answer, SearchProtos.found(found));
    }

    @Override
    public void explainSearch(ExplainSearchRequest request, StreamObserver<ExplainSearchResponse> answer) {
        var response = ExplainSearchResponse.newBuilder();
        find.explain(SearchProtos.search(request), EXPLAINED)
                .forEach(hit -> response.addHits(SearchProtos.explained(hit)));
        Answers.send(answer, response.build());
    }
}
