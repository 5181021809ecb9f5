package news.platform.entitlement.article;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.BatchGetArticlesRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks content-service whether there is an article. Not within a transaction. */
@Component
@ImportGrpcClients(target = "content", types = ArticleServiceBlockingStub.class)
public final class ArticleClient {
    private static final Logger log = LoggerFactory.getLogger(ArticleClient.class);
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final ArticleServiceBlockingStub articles;

    ArticleClient(ArticleServiceBlockingStub articles) {
        this.articles = articles;
    }

    /**
     * Whether readers find it; true where content-service does not answer: a grant of what there is not opens nothing, and an
     * outage of articles is none of grants.
     */
    public boolean mayBe(String articleId) {
        try {
            return articles.withDeadlineAfter(DEADLINE.toNanos(), TimeUnit.NANOSECONDS)
                            .batchGetArticles(BatchGetArticlesRequest.newBuilder()
                                    .addIds(articleId)
                                    .build())
                            .getArticlesCount()
                    == 1;
        } catch (StatusRuntimeException e) {
            log.warn(
                    "whether there is article {} is not known, content-service does not answer: {}",
                    articleId,
                    e.getStatus());
            return true;
        }
    }
}
