package news.platform.comment.targets;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import news.platform.comment.CommentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.livenews.v1.LivenewsReason;
import news.platform.messaging.Outbox;
import news.platform.test.grpc.ServiceTwin.Mood;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class OpenTargetsIT extends CommentServiceTest {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Targets targets;

    private final String articleId = UUID.randomUUID().toString();
    private final String target = "articles/" + articleId;
    private final String ann = freshUser();

    @Test
    void asksNobodyAboutWhatEventsHaveTold() {
        happened(1, false);
        int calls = contentTwin.calls(ArticleServiceGrpc.getGetArticleMethod()).size();
        contentTwin.is(Mood.DOWN);

        said(ann, target, "Yes.");
        happened(2, true);

        assertRefused("TARGET_RECALLED", () -> said(ann, target, "No."));
        assertThat(contentTwin.calls(ArticleServiceGrpc.getGetArticleMethod())).hasSize(calls);
        assertThat(list(anyone(), target).getCommentCount()).isOne();
        contentTwin.is(Mood.WELL);
    }

    @Test
    void asksOnceAboutWhatNoEventHasTold() {
        int calls = contentTwin.calls(ArticleServiceGrpc.getGetArticleMethod()).size();

        said(ann, target, "Yes.");
        said(ann, target, "No.");

        assertThat(contentTwin.calls(ArticleServiceGrpc.getGetArticleMethod())).hasSize(calls + 1);
    }

    @Test
    void believesAnEventMoreThanAnAnswer() {
        happened(3, true);

        targets.told(Target.article(articleId), Targets.State.OPEN, 0);

        assertRefused("TARGET_RECALLED", () -> said(ann, target, "Yes."));
    }

    @Test
    void refusesWhatReadersDoNotHave() {
        contentTwin.answer(ArticleServiceGrpc.getGetArticleMethod(), _ -> {
            throw new DomainException(ContentReason.ARTICLE_NOT_FOUND, "no such article");
        });
        livenewsTwin.answer(LiveServiceGrpc.getGetLiveMethod(), _ -> {
            throw new DomainException(LivenewsReason.LIVE_WITHDRAWN, "withdrawn");
        });

        assertRefused("TARGET_UNKNOWN", () -> said(ann, target, "Yes."), "target");
        assertRefused("TARGET_RECALLED", () -> said(ann, "lives/" + UUID.randomUUID(), "Yes."));
    }

    @Test
    void saysSoWhereItCannotBeTold() {
        contentTwin.is(Mood.HANGING);

        assertRefused("TARGET_UNAVAILABLE", () -> said(ann, target, "Yes."));
        contentTwin.is(Mood.WELL);
        await().ignoreExceptions()
                .until(() -> !said(ann, target, "Yes.").getId().isEmpty());
    }

    private void happened(long version, boolean recalled) {
        transaction.executeWithoutResult(_ -> outbox.publish(
                recalled
                        ? ArticleRecalled.newBuilder()
                                .setArticleId(articleId)
                                .setVersion(version)
                                .build()
                        : ArticlePublished.newBuilder()
                                .setArticleId(articleId)
                                .setVersion(version)
                                .setArticle(Article.newBuilder().setId(articleId))
                                .build()));
        var told = recalled ? Targets.State.RECALLED : Targets.State.OPEN;
        await().until(() ->
                targets.find(Target.article(articleId)).filter(told::equals).isPresent());
    }
}
