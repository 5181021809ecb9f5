package news.platform.ranking.summary;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.client.Remembered;
import news.platform.grpc.server.CallMetadata;
import news.platform.livenews.v1.BatchGetLivesRequest;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveServiceGrpc.LiveServiceBlockingStub;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/**
 * Articles and lives as their owners show them in lists, in one call for each fifty. Where an owner does not answer, what it told last
 * stands in, and the answer of the current call is marked degraded; where it has told nothing of them, the call is refused as
 * unavailable, since whoever asked may have something better than nothing.
 */
@Component
@ImportGrpcClients(target = "content", types = ArticleServiceBlockingStub.class)
@ImportGrpcClients(target = "livenews", types = LiveServiceBlockingStub.class)
public final class SummaryClient {
    /** What one call takes. */
    private static final int BATCH = 50;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ArticleServiceBlockingStub articles;
    private final LiveServiceBlockingStub lives;
    private final Duration deadline;
    private final Remembered<String, Article> toldArticles;
    private final Remembered<String, Live> toldLives;

    SummaryClient(ArticleServiceBlockingStub articles, LiveServiceBlockingStub lives, SummaryProperties properties) {
        this.articles = articles;
        this.lives = lives;
        this.deadline = properties.deadline();
        this.toldArticles = new Remembered<>(properties.summaries());
        this.toldLives = new Remembered<>(properties.summaries());
    }

    /** Those of the ids that name articles which readers have. */
    public Map<String, Article> articles(Collection<String> ids) {
        var stub = articles.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        return told(
                toldArticles,
                ids,
                "content-service",
                batch -> stub.batchGetArticles(BatchGetArticlesRequest.newBuilder()
                                .addAllIds(batch)
                                .build())
                        .getArticlesList(),
                Article::getId);
    }

    /** Those of the ids that name lives which readers have. */
    public Map<String, Live> lives(Collection<String> ids) {
        var stub = lives.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        return told(
                toldLives,
                ids,
                "livenews-service",
                batch -> stub.batchGetLives(BatchGetLivesRequest.newBuilder()
                                .addAllIds(batch)
                                .build())
                        .getLivesList(),
                Live::getId);
    }

    private static <T> Map<String, T> told(
            Remembered<String, T> remembered,
            Collection<String> ids,
            String owner,
            Function<List<String>, List<T>> batch,
            Function<T, String> id) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = remembered.find(ids, asked -> {
            var answer = new HashMap<String, T>();
            for (int from = 0; from < asked.size(); from += BATCH) {
                batch.apply(asked.subList(from, Math.min(from + BATCH, asked.size())))
                        .forEach(one -> answer.put(id.apply(one), one));
            }
            return answer;
        });
        if (found.degraded() && found.values().isEmpty()) {
            throw new DomainException(PlatformReason.CALLEE_DOWN, owner + " does not answer").retryAfter(SOON);
        }
        if (found.degraded()) {
            CallMetadata.degraded(owner);
        }
        return found.values();
    }
}
