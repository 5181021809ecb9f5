package news.platform.comment.targets;

import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.platform.comment.targets.Targets.State;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.ContentReason;
import news.platform.content.v1.GetArticleRequest;
import news.platform.error.ErrorStatuses;
import news.platform.livenews.v1.GetLiveRequest;
import news.platform.livenews.v1.LiveServiceGrpc.LiveServiceBlockingStub;
import news.platform.livenews.v1.LivenewsReason;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks the owners of articles and lives. */
@Component
@ImportGrpcClients(target = "content", types = ArticleServiceBlockingStub.class)
@ImportGrpcClients(target = "livenews", types = LiveServiceBlockingStub.class)
final class TargetClient {
    private final ArticleServiceBlockingStub articles;
    private final LiveServiceBlockingStub lives;
    private final TargetProperties properties;

    TargetClient(ArticleServiceBlockingStub articles, LiveServiceBlockingStub lives, TargetProperties properties) {
        this.articles = articles;
        this.lives = lives;
        this.properties = properties;
    }

    /**
     * How it stands; empty where there is none that readers have.
     *
     * @throws StatusRuntimeException where the owner does not answer in time
     */
    Optional<State> ask(Target target) {
        try {
            if (target.type().equals(Target.ARTICLES)) {
                articles.withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS)
                        .getArticle(GetArticleRequest.newBuilder()
                                .setArticleId(target.id())
                                .build());
            } else {
                lives.withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS)
                        .getLive(GetLiveRequest.newBuilder()
                                .setLiveId(target.id())
                                .build());
            }
            return Optional.of(State.OPEN);
        } catch (StatusRuntimeException e) {
            return absent(e);
        }
    }

    private static Optional<State> absent(StatusRuntimeException refusal) {
        var reason = ErrorStatuses.read(refusal).reason();
        if (reason.equals(ContentReason.ARTICLE_NOT_FOUND.name())
                || reason.equals(LivenewsReason.LIVE_NOT_FOUND.name())) {
            return Optional.empty();
        }
        if (reason.equals(ContentReason.ARTICLE_RECALLED.name())
                || reason.equals(LivenewsReason.LIVE_WITHDRAWN.name())) {
            return Optional.of(State.RECALLED);
        }
        throw refusal;
    }
}
