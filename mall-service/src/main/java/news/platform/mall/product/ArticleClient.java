package news.platform.mall.product;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.error.DomainException;
import news.platform.mall.v1.MallReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks content-service whether readers find what a product opens, so that nothing is sold that opens nothing. Not within a transaction. */
@Component
@ImportGrpcClients(target = "content", types = ArticleServiceBlockingStub.class)
final class ArticleClient {
    private static final Logger log = LoggerFactory.getLogger(ArticleClient.class);
    private static final String ARTICLES = "articles/";
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(1);

    /** What one BatchGetArticles takes. */
    private static final int BATCH = 50;

    private final ArticleServiceBlockingStub articles;

    ArticleClient(ArticleServiceBlockingStub articles) {
        this.articles = articles;
    }

    /**
     * Refuses scopes of articles that there are not, or that are not published.
     *
     * @param field where they were said
     */
    void require(List<String> scopes, String field) {
        var ids = scopes.stream()
                .filter(scope -> scope.startsWith(ARTICLES))
                .map(scope -> scope.substring(ARTICLES.length()))
                .toList();
        var shown = shown(ids);
        for (int i = 0; i < scopes.size(); i++) {
            var scope = scopes.get(i);
            if (scope.startsWith(ARTICLES) && !shown.contains(scope.substring(ARTICLES.length()))) {
                throw DomainException.field(
                        MallReason.ARTICLE_UNKNOWN,
                        field + "[" + i + "]",
                        scope + " (expected: an article that readers find)");
            }
        }
    }

    private Set<String> shown(List<String> ids) {
        var shown = new HashSet<String>();
        var stub = articles.withDeadlineAfter(DEADLINE.toNanos(), TimeUnit.NANOSECONDS);
        try {
            for (int from = 0; from < ids.size(); from += BATCH) {
                var batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
                stub
                        .batchGetArticles(BatchGetArticlesRequest.newBuilder()
                                .addAllIds(batch)
                                .build())
                        .getArticlesList()
                        .stream()
                        .map(Article::getId)
                        .forEach(shown::add);
            }
        } catch (StatusRuntimeException e) {
            log.warn(
                    "whether there are articles {} is not known, content-service does not answer: {}",
                    ids,
                    e.getStatus());
            throw new DomainException(
                            MallReason.ARTICLES_UNAVAILABLE, "whether there are such articles cannot be told now")
                    .retryAfter(SOON);
        }
        return shown;
    }
}
