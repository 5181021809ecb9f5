package news.platform.content.media;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import news.platform.content.ContentServiceTest;
import news.platform.content.picture.TestPictures;
import news.platform.content.store.BlobStore;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.CreateMediaRequest;
import news.platform.content.v1.HoldMediaRequest;
import news.platform.content.v1.Media;
import news.platform.content.v1.MediaServiceGrpc;
import news.platform.content.v1.MediaServiceGrpc.MediaServiceBlockingStub;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.messaging.Outbox;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** From upload to oblivion. */
class MediaIT extends ContentServiceTest {
    private static final Metadata.Key<String> STATUS =
            Metadata.Key.of("x-http-status", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> LOCATION = Metadata.Key.of("location", Metadata.ASCII_STRING_MARSHALLER);
    private static final String NOBODY = "0".repeat(40);

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Autowired
    private CollectImages collecting;

    @Autowired
    private Images images;

    @Autowired
    private BlobStore store;

    @Autowired
    private TestClock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    private final AtomicReference<Metadata> headers = new AtomicReference<>();
    private final AtomicReference<Metadata> trailers = new AtomicReference<>();
    private MediaServiceBlockingStub media;
    private MediaClient http;
    private static int width = 700;

    @BeforeEach
    void connect() {
        media = MediaServiceGrpc.newBlockingStub(callee.as(TestTokens.user("editor-1", "editor")))
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
        http = MediaClient.at(port);
    }

    @Test
    void showsWhatWasTakenInThreeWidths() throws Exception {
        var taken = upload(TestPictures.jpeg(1600, 900));

        assertThat(taken.getUrl()).isEqualTo("/media/" + taken.getId());
        assertThat(taken.getContentType()).isEqualTo("image/jpeg");
        assertThat(List.of(taken.getWidth(), taken.getHeight())).containsExactly(1600, 900);
        assertThat(headers.get().get(LOCATION)).isEqualTo(taken.getUrl());
        assertThat(shown(taken.getUrl()).getWidth()).isEqualTo(1600);
        for (int each : taken.getWidthsList()) {
            var narrower = shown(taken.getUrl() + "/" + each);
            assertThat(List.of(narrower.getWidth(), narrower.getHeight())).containsExactly(each, each * 9 / 16);
            assertThat(isRed(narrower, each / 4, each / 4)).isTrue();
        }
        assertThat(taken.getWidthsList()).containsExactly(1280, 640, 320);
    }

    @Test
    void takesTheSameFileOnce() {
        byte[] file = TestPictures.png(50, 40);
        var first = upload(file);

        var second = upload(file);

        assertThat(second).isEqualTo(first);
        assertThat(headers.get().get(STATUS)).isEqualTo("200");
        assertThat(headers.get().get(LOCATION)).isNull();
    }

    @Test
    void makesWhatIsTooWideNarrowerAndKeepsWhatIsNarrow() throws Exception {
        var wide = upload(TestPictures.png(5000, 100));
        var narrow = upload(TestPictures.gif(100, 50));

        assertThat(List.of(wide.getWidth(), wide.getHeight())).containsExactly(2048, 41);
        assertThat(wide.getContentType()).isEqualTo("image/png");
        assertThat(shown(narrow.getUrl() + "/640").getWidth()).isEqualTo(100);
        assertThat(narrow.getContentType()).isEqualTo("image/png");
    }

    @Test
    void decodesLargeOnesInLittleMemory() throws Exception {
        var taken = upload(TestPictures.jpeg(7000, 5000));

        assertThat(List.of(taken.getWidth(), taken.getHeight())).containsExactly(2048, 1463);
        assertThat(isRed(shown(taken.getUrl()), 100, 700)).isTrue();
    }

    /** As it is to be seen: the green line above, red on the left. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsItUpright(int orientation) throws Exception {
        var taken = upload(TestPictures.withSegment(
                TestPictures.jpeg(480 + orientation, 320), 0xe1, TestPictures.exif(orientation, "")));

        var shown = shown(taken.getUrl());
        boolean turned = orientation > 4;
        assertThat(shown.getWidth() > shown.getHeight()).isEqualTo(!turned);
        int right = shown.getWidth() - 10;
        int bottom = shown.getHeight() - 10;
        switch (orientation) {
            case 1 -> assertThat(isRed(shown, 10, bottom)).isTrue();
            case 2 -> assertThat(isRed(shown, right, bottom)).isTrue();
            case 3 -> assertThat(isRed(shown, right, 10)).isTrue();
            case 4 -> assertThat(isRed(shown, 10, 10)).isTrue();
            case 5 -> assertThat(isRed(shown, right, 10)).isTrue();
            case 6 -> assertThat(isRed(shown, 10, 10)).isTrue();
            case 7 -> assertThat(isRed(shown, 10, bottom)).isTrue();
            default -> assertThat(isRed(shown, right, bottom)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/321", "/0", "/-320", "/0320", "/320.jpg", "/whole", "/320/x"})
    void showsNothingElse(String behind) throws Exception {
        var unknown = "/media/" + NOBODY + behind;

        assertThat(http.get(unknown).statusCode()).isEqualTo(404);
        assertThat(http.get("/media/" + upload(TestPictures.png(30, 30)).getId() + "x" + behind)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anArticleShowsOnlyImagesThatAreThere() {
        var own = upload(fresh());
        var unknown = "/media/" + NOBODY;

        var draft = draft(story().setCoverUrl(own.getUrl())
                .setBodyHtml("<p>x</p><img src=\"" + own.getUrl() + "/640\" alt=\"y\" />"));

        assertThat(draft.getCoverUrl()).isEqualTo(own.getUrl());
        assertThat(draft.getBodyHtml()).contains("src=\"" + own.getUrl() + "/640\"");
        assertRefused("UNKNOWN_IMAGE", () -> draft(story().setCoverUrl(unknown)), "coverUrl");
        assertRefused(
                "UNKNOWN_IMAGE",
                () -> draft(story().setBodyHtml("<p>x</p><img src=\"" + unknown + "\" />")),
                "bodyHtml");
        assertRefused(
                "UNKNOWN_IMAGE",
                () -> edit(draft.getId(), ArticleChange.newBuilder().setCoverUrl(unknown)),
                "article.coverUrl");
        assertThat(draft(story().setCoverUrl("https://wire.example/x.jpg")).getCoverUrl())
                .isEqualTo("https://wire.example/x.jpg");
    }

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

    @Test
    void answersConditionsAndRanges() throws Exception {
        var own = upload(fresh());
        var whole = http.get(own.getUrl());
        var tag = whole.headers().firstValue("ETag").orElseThrow();

        var known = http.get(own.getUrl(), "If-None-Match", tag);
        var part = http.get(own.getUrl(), "Range", "bytes=1-3");

        assertThat(tag).startsWith("\"");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(TestPictures.part(whole.body(), 1, 4));
        assertThat(http.get(own.getUrl() + "/320").headers().firstValue("ETag"))
                .isNotEqualTo(whole.headers().firstValue("ETag"));
    }

    private Set<String> uses(String subject) {
        return Set.copyOf(jdbc.sql("select image_id from image_use where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list());
    }

    private void send(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    private void edit(String articleId, ArticleChange.Builder change) {
        editor().updateArticle(UpdateArticleRequest.newBuilder()
                .setArticleId(articleId)
                .setArticle(change)
                .build());
    }

    /** As it will be done in so many hours; the tokens of the test are of today. */
    private void collectIn(int hours) {
        clock.reset();
        clock.advance(Duration.ofHours(hours));
        collecting.collect();
        clock.reset();
    }

    private Media upload(byte[] file) {
        return media.createMedia(CreateMediaRequest.newBuilder()
                        .setImage(HttpBody.newBuilder()
                                .setContentType("image/png")
                                .setData(ByteString.copyFrom(file)))
                        .build())
                .getMedia();
    }

    private BufferedImage shown(String url) throws Exception {
        var answer = http.get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    /** One that no other test has. */
    private static byte[] fresh() {
        return TestPictures.png(width++, 20);
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 60 && colour.getGreen() < 60;
    }
}
