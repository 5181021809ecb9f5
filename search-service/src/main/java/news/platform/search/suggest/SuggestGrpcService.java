package news.platform.search.suggest;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.search.v1.SuggestRequest;
import news.platform.search.v1.SuggestResponse;
import news.platform.search.v1.SuggestServiceGrpc;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class SuggestGrpcService extends SuggestServiceGrpc.SuggestServiceImplBase {
    private static final int DEFAULT = 10;
    private static final int MOST = 20;

    private final Suggestions suggestions;

    SuggestGrpcService(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public void suggest(SuggestRequest request, StreamObserver<SuggestResponse> answer) {
        int limit = request.getPageSize() == 0 ? DEFAULT : Math.min(request.getPageSize(), MOST);
        var response = SuggestResponse.newBuilder();
        suggestions.find(request.getPrefix(), limit).forEach(suggestion -> response.addSuggestionsBuilder()
                .setText(suggestion.text())
                .setType(suggestion.type())
                .setId(suggestion.id()));
        Answers.send(answer, response.build());
    }
}
