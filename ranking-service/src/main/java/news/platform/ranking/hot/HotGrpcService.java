package news.platform.ranking.hot;

import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.content.v1.Article;
import news.platform.grpc.server.Answers;
import news.platform.ranking.related.RelatedArticles;
import news.platform.ranking.summary.SummaryClient;
import news.platform.ranking.v1.ListHotArticlesRequest;
import news.platform.ranking.v1.ListHotArticlesResponse;
import news.platform.ranking.v1.ListRelatedArticlesRequest;
import news.platform.ranking.v1.ListRelatedArticlesResponse;
import news.platform.ranking.v1.RankingServiceGrpc;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class HotGrpcService extends RankingServiceGrpc.RankingServiceImplBase {
    private static final int HOT = 20;
    private static final int MAX_HOT = 50;
    private static final int RELATED = 6;

    private final ListHotArticles hot;
    private final RelatedArticles related;
    private final SummaryClient summaries;

    HotGrpcService(ListHotArticles hot, RelatedArticles related, SummaryClient summaries) {
        this.hot = hot;
        this.related = related;
        this.summaries = summaries;
    }

    @Override
    public void listHotArticles(ListHotArticlesRequest request, StreamObserver<ListHotArticlesResponse> answer) {
        var period = request.getPeriod().equals("week") ? Period.WEEK : Period.DAY;
        var listed = hot.list(period, MAX_HOT);
        Answers.send(
                answer,
                ListHotArticlesResponse.newBuilder()
                        .addAllArticles(shown(listed.articles(), size(request.getPageSize(), HOT, MAX_HOT)))
                        .addAllOfflineIds(listed.offline())
                        .build());
    }

    @Override
    public void listRelatedArticles(
            ListRelatedArticlesRequest request, StreamObserver<ListRelatedArticlesResponse> answer) {
        var size = size(request.getPageSize(), RELATED, RelatedArticles.MAX);
        Answers.send(
                answer,
                ListRelatedArticlesResponse.newBuilder()
                        .addAllArticles(shown(related.of(request.getArticleId()), size))
                        .build());
    }

    /** The first of them that readers have. */
    private List<Article> shown(List<String> ids, int size) {
        var articles = summaries.articles(ids);
        return ids.stream()
                .filter(articles::containsKey)
                .limit(size)
                .map(articles::get)
                .toList();
    }

    private static int size(int asked, int usual, int max) {
        return asked == 0 ? usual : Math.min(asked, max);
    }
}
