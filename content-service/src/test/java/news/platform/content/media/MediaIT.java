package news.platform.content.media;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.platform.content.picture.TestPictures;
import news.platform.content.site.Site;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.GetRssRequest;
import news.platform.content.v1.SyndicationServiceGrpc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a file, and how it is shown. */
class MediaIT extends MediaServiceTest {
    @Autowired
    private Site site;

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
    void feedsShowThemWhereverTheyAreRead() {
        var own = upload(fresh());
        published(story().setBodyHtml("<p>x</p><img src=\"" + own.getUrl() + "\" alt=\"y\" />"));

        var feeds = SyndicationServiceGrpc.newBlockingStub(callee.anonymous());
        var request =
                GetRssRequest.newBuilder().setChannel(story().getChannelIds(0)).build();

        assertThat(feeds.getRss(request).getFeed().getData().toStringUtf8())
                .contains("src=\"" + site.absolute(own.getUrl()) + "\"")
                .doesNotContain("src=\"/media");
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
}
