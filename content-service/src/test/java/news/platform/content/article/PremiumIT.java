package news.platform.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.GetArticleRequest;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.UpdateArticleRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PremiumIT extends ContentServiceTest {
    private static final String BODY = "<p>" + "Open to all. ".repeat(30) + "</p><p>PAID one.</p><p>PAID two.</p>";

    @Test
    void showsThePreviewToReadersAndTheWholeToEditors() {
        var id = published(story().setBodyHtml(BODY).setPremium(true)).getId();

        var preview = read(anyone(), id);
        var mine = read(as("reader-1", "reader"), id);
        var whole = read(editor(), id);

        assertThat(preview.getBodyHtml()).startsWith("<p>Open").endsWith("</p>").doesNotContain("PAID");
        assertThat(preview.getAccess().getGranted()).isFalse();
        assertThat(preview.getAccess().getReason()).isEqualTo("PREVIEW");
        assertThat(mine).isEqualTo(preview);
        assertThat(whole.getBodyHtml()).isEqualTo(BODY);
        assertThat(whole.getAccess().getGranted()).isTrue();
        assertThat(whole.getAccess().getReason()).isEqualTo("ENTITLED");
        assertThat(whole.getAccess().getFree()).isFalse();
        assertThat(whole.getAccess().getFreeBlocks())
                .isEqualTo(preview.getAccess().getFreeBlocks())
                .isOne();
        assertThat(read(anyone(), published(story()).getId()).getAccess().getFree())
                .isTrue();
    }

    @Test
    void cutsPreviewOfArticleThatBecomesPremiumLater() {
        var id = published(story().setBodyHtml(BODY)).getId();
        assertThat(read(anyone(), id).getBodyHtml()).isEqualTo(BODY);

        editor().updateArticle(UpdateArticleRequest.newBuilder()
                .setArticleId(id)
                .setArticle(ArticleChange.newBuilder().setPremium(true))
                .build());

        assertThat(read(anyone(), id).getBodyHtml()).isNotEmpty().doesNotContain("PAID");
    }

    @Test
    void cutsAgainWhatWasCutByAnotherRule() {
        var id = published(story().setBodyHtml(BODY).setPremium(true)).getId();
        var preview = read(anyone(), id).getBodyHtml();
        jdbc.sql("update article set preview_html = body_html, preview_rule = '1' where id = ?")
                .param(id)
                .update();

        assertThat(read(anyone(), id).getBodyHtml()).isEqualTo(preview);

        editor().updateArticle(UpdateArticleRequest.newBuilder()
                .setArticleId(id)
                .setArticle(ArticleChange.newBuilder().setTitle("Other"))
                .build());

        assertThat(jdbc.sql("select preview_html from article where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(preview);
    }

    @Test
    void doesNotTrustWhatAnOlderBuildSavedWithoutSayingByWhichRule() {
        var id = published(story().setBodyHtml(BODY).setPremium(true)).getId();
        var preview = read(anyone(), id).getBodyHtml();
        jdbc.sql("update article set preview_html = body_html, version = version + 1 where id = ?")
                .param(id)
                .update();

        assertThat(read(anyone(), id).getBodyHtml()).isEqualTo(preview);
    }

    @Test
    void showsThePreviewThatWasSaved() {
        var id = published(story().setBodyHtml(BODY).setPremium(true)).getId();
        jdbc.sql("update article set preview_html = '<p>As it was saved.</p>' where id = ?")
                .param(id)
                .update();

        assertThat(read(anyone(), id).getBodyHtml()).isEqualTo("<p>As it was saved.</p>");
    }

    @Test
    void tellsTheOthersOfAPremiumBodyThePreviewAlone() {
        var premium = published(story().setBodyHtml(BODY).setPremium(true)).getId();
        var free = published(story().setBodyHtml(BODY)).getId();

        assertThat(bodyTold(premium)).isEqualTo(read(anyone(), premium).getBodyHtml());
        assertThat(bodyTold(premium)).isNotEqualTo(read(editor(), premium).getBodyHtml());
        assertThat(bodyTold(free)).isEqualTo(read(anyone(), free).getBodyHtml());
    }

    private String bodyTold(String id) {
        return events.of(ArticlePublished.getDefaultInstance(), id)
                .getFirst()
                .getArticle()
                .getBodyHtml();
    }

    @Test
    void leavesBodiesOutOfLists() {
        var tag = freshTag();
        published(story().setBodyHtml(BODY).setPremium(true).addTags(tag));

        var list = editor().listArticles(
                        ListArticlesRequest.newBuilder().setTag(tag).build());

        assertThat(list.getArticles(0).getBodyHtml()).isEmpty();
        assertThat(list.getArticles(0).hasAccess()).isFalse();
        assertThat(list.getArticles(0).getPremium()).isTrue();
    }

    @Test
    void saysForWhomAnAnswerIsGood() {
        var free = published(story()).getId();
        var premium = published(story().setBodyHtml(BODY).setPremium(true)).getId();
        var hidden = draft(story()).getId();

        assertThat(headers(anyone(), free, "x-entitlement-class")).isEqualTo("all");
        assertThat(headers(editor(), free, "x-entitlement-class")).isEqualTo("all");
        assertThat(headers(anyone(), premium, "x-entitlement-class")).isEqualTo("preview");
        assertThat(headers(editor(), premium, "x-entitlement-class")).isEqualTo("full");
        assertThat(headers(anyone(), "none", "x-entitlement-class")).isEqualTo("all");
        assertThat(headers(anyone(), hidden, "x-entitlement-class")).isNull();
        assertThat(headers(anyone(), free, "cache-control")).isNull();
    }

    @Test
    void keepsWhatIsHiddenOutOfCaches() {
        var id = draft(story()).getId();

        assertThat(headers(editor(), id, "cache-control")).isEqualTo("no-store");
        assertThat(headers(anyone(), id, "cache-control")).isEqualTo("no-store");
    }

    /** What the answer says in its headers, or in its trailers where it is a refusal. */
    private static @Nullable String headers(ArticleServiceBlockingStub stub, String id, String name) {
        var headers = new AtomicReference<Metadata>();
        var trailers = new AtomicReference<Metadata>();
        var watched = stub.withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
        var failure = catchThrowable(() -> watched.getArticle(
                GetArticleRequest.newBuilder().setArticleId(id).build()));
        assertThat(failure).matches(thrown -> thrown == null || thrown instanceof StatusRuntimeException);
        var key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
        return failure == null ? headers.get().get(key) : trailers.get().get(key);
    }
}
