package news.platform.user.title;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.BatchGetArticlesRequest;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks content-service, which itself asks this one for the names in bylines: no transaction and no lock is held meanwhile. */
@Component
@ImportGrpcClients(target = "content", types = ArticleServiceBlockingStub.class)
final class ArticleClient {
    /** What one BatchGetArticles takes. */
    private static final int BATCH = 50;

    private final ArticleServiceBlockingStub articles;

    ArticleClient(ArticleServiceBlockingStub articles) {
        this.articles = articles;
    }

    /**
     * The titles of those of these articles that readers have, by id: one call for each fifty.
     *
     * @param deadline for all of it
     * @throws io.grpc.StatusRuntimeException where content-service does not answer in time
     */
    Map<String, String> titles(List<String> ids, Duration deadline) {
        var titles = new HashMap<String, String>();
        var stub = articles.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        for (var from = 0; from < ids.size(); from += BATCH) {
            var batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            var request = BatchGetArticlesRequest.newBuilder().addAllIds(batch).build();
            for (Article article : stub.batchGetArticles(request).getArticlesList()) {
                titles.put(article.getId(), article.getTitle());
            }
        }
        return titles;
    }
}
