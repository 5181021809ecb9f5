package news.platform.search.trending;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.search.v1.ListTrendingRequest;
import news.platform.search.v1.ListTrendingResponse;
import news.platform.search.v1.TrendingServiceGrpc;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class TrendingGrpcService extends TrendingServiceGrpc.TrendingServiceImplBase {
    private static final int SHOWN = 20;

    private final Trending trending;

    TrendingGrpcService(Trending trending) {
        this.trending = trending;
    }

    @Override
    public void listTrending(ListTrendingRequest request, StreamObserver<ListTrendingResponse> answer) {
        var response = ListTrendingResponse.newBuilder();
        trending.now().stream().limit(SHOWN).forEach(query -> response.addQueriesBuilder()
                .setText(query.text()));
        Answers.send(answer, response.build());
    }
}
