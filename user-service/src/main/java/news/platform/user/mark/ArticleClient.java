package news.platform.user.mark;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.grpc.server.CallMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks content-service, which itself asks this one for the names in bylines: no transaction and no lock is held meanwhile. */
@Component
@ImportGrpcClients(target = "content", types = ArticleServiceBlockingStub.class)
final class ArticleClient {
    private static final Logger log = LoggerFactory.getLogger(ArticleClient.class);

    /** What one BatchGetArticles takes. */
    private static final int BATCH = 50;

    private final ArticleServiceBlockingStub articles;
    private final Duration deadline;

    ArticleClient(ArticleServiceBlockingStub articles, MarkProperties properties) {
        this.articles = articles;
        this.deadline = properties.titleDeadline();
    }

    /**
     * The titles of those of these articles that readers have, by id: one call for each fifty. Empty where content-service
     * does not answer in time; the answer of the current call is then marked degraded. Never throws.
     */
    Optional<Map<String, String>> titles(List<String> ids) {
        var titles = new HashMap<String, String>();
        var stub = articles.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        try {
            for (var from = 0; from < ids.size(); from += BATCH) {
                var batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
                var request =
                        BatchGetArticlesRequest.newBuilder().addAllIds(batch).build();
                for (Article article : stub.batchGetArticles(request).getArticlesList()) {
                    titles.put(article.getId(), article.getTitle());
                }
            }
            return Optional.of(titles);
        } catch (StatusRuntimeException e) {
            log.debug("bookmarks are shown without titles: {}", e.getStatus());
            CallMetadata.degraded("content-service");
            return Optional.empty();
        }
    }
}
