package news.platform.content.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.HoldMediaRequest;
import news.platform.content.v1.MediaServiceGrpc;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.Test;

/** Images go a day after nothing shows them. */
class ForgottenImagesIT extends MediaServiceTest {
    @Test
    void forgetsADayLaterWhatNothingShows() throws Exception {
        var orphan = upload(fresh());
        var covering = upload(fresh());
        var article = published(story().setCoverUrl(covering.getUrl()));

        collectIn(23);
        assertThat(http.get(orphan.getUrl()).statusCode()).isEqualTo(200);

        collectIn(25);
        assertThat(http.get(orphan.getUrl()).statusCode()).isEqualTo(404);
        assertThat(http.get(covering.getUrl()).statusCode()).isEqualTo(200);

        editor().recallArticle(RecallArticleRequest.newBuilder()
                .setArticleId(article.getId())
                .build());
        collectIn(23);
        assertThat(http.get(covering.getUrl()).statusCode()).isEqualTo(200);
        collectIn(25);
        assertThat(http.get(covering.getUrl()).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesNothingInTheStore() throws Exception {
        var image = images.find(upload(fresh()).getId()).orElseThrow();
        collectIn(25);
        assertThat(store.size(image.file())).isPresent();

        collectIn(27);

        for (var file : Image.files(image.object())) {
            assertThat(store.size(file)).isEmpty();
        }
    }

    /** As after a process that ended between store and database. */
    @Test
    void deletesWhatNeverBecameAnImage() throws Exception {
        images.leave("lost", clock.instant());
        store.put("lost/whole", Files.write(folder.resolve("x"), fresh()));

        collectIn(2);

        assertThat(store.size("lost/whole")).isEmpty();
    }

    @Test
    void takesAgainWhatWasForgotten() throws Exception {
        byte[] file = fresh();
        var first = upload(file);
        collectIn(25);

        var again = upload(file);

        assertThat(again.getId()).isEqualTo(first.getId());
        collectIn(2);
        assertThat(http.get(again.getUrl()).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsWhatAnArticleCeasedToShowForADayMore() throws Exception {
        var first = upload(fresh());
        var article = draft(story().setCoverUrl(first.getUrl()));
        collectIn(30);
        jdbc.sql("update image set hold_time = hold_time - interval '30 hours'").update();

        edit(article.getId(), ArticleChange.newBuilder().setCoverUrl(""));

        collectIn(23);
        assertThat(http.get(first.getUrl()).statusCode()).isEqualTo(200);
        collectIn(25);
        assertThat(http.get(first.getUrl()).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsWhatALiveShows() throws Exception {
        var own = upload(fresh());
        var live = Live.newBuilder().setId("live-1").addImages(own.getUrl()).build();
        send(LiveCreated.newBuilder()
                .setLiveId("live-1")
                .setVersion(1)
                .setLive(live)
                .build());
        await().until(() -> uses("lives/live-1"), Set.of(own.getId())::equals);

        collectIn(30);
        assertThat(http.get(own.getUrl()).statusCode()).isEqualTo(200);

        send(LiveDeleted.newBuilder().setLiveId("live-1").setVersion(2).build());
        await().until(() -> uses("lives/live-1"), Set.of()::equals);
        collectIn(25);
        assertThat(http.get(own.getUrl()).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsLivenewsWhatIsMissingAndHoldsTheRest() throws Exception {
        var own = upload(fresh());
        clock.advance(Duration.ofHours(23));
        var livenews = MediaServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("livenews-service")));

        var answer = livenews.holdMedia(
                HoldMediaRequest.newBuilder().addIds(own.getId()).addIds(NOBODY).build());

        assertThat(answer.getMissingList()).containsExactly(NOBODY);
        collectIn(46);
        assertThat(http.get(own.getUrl()).statusCode()).isEqualTo(200);
        collectIn(48);
        assertThat(http.get(own.getUrl()).statusCode()).isEqualTo(404);
    }
}
