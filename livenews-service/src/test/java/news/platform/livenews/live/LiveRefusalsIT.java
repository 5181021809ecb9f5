package news.platform.livenews.live;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.livenews.v1.CreateLiveRequest;
import news.platform.livenews.v1.ListEditorialLivesRequest;
import news.platform.livenews.v1.ListLiveRevisionsRequest;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.LiveChange;
import org.junit.jupiter.api.Test;

class LiveRefusalsIT extends LivenewsServiceTest {
    @Test
    void namesTheFieldThatIsWrong() {
        assertInvalid(() -> published(flash().setTitle("two\nlines")), "title");
        assertInvalid(() -> published(flash().setTitle("x".repeat(301))), "title");
        assertInvalid(() -> published(flash().setContentHtml("x".repeat(65537))), "contentHtml");
        assertInvalid(() -> published(flash().clearChannelIds()), "channelIds");
        assertInvalid(() -> published(flash().addChannelIds("global")), "channelIds");
        assertInvalid(() -> published(flash().setImportance(0)), "importance");
        assertInvalid(() -> published(flash().setImportance(4)), "importance");
        assertInvalid(() -> published(flash().addSymbols("aapl")), "symbols[0]");
        assertInvalid(() -> published(flash().addTags(" ")), "tags[0]");
        assertInvalid(() -> published(flash().addImages("http://pictures.example/a.png")), "images[0]");
        assertInvalid(() -> published(tenImages()), "images");
        assertInvalid(() -> published(flash().setArticleId("a\u202eb")), "articleId");
        assertInvalid(
                () -> anyone().listLives(ListLivesRequest.newBuilder()
                        .setMinImportance(4)
                        .setPageSize(-1)
                        .build()),
                "minImportance",
                "pageSize");
    }

    @Test
    void refusesWhatShowsNothing() {
        assertInvalid(
                () -> published(flash().clearTitle().setContentHtml("<p> </p><script>1</script>")), "contentHtml");
        var live = published(flash().clearTitle());
        assertInvalid(
                () -> corrected(live.getId(), "", LiveChange.newBuilder().setContentHtml("")), "live.contentHtml");
    }

    @Test
    void refusesChannelsThatAreNotThere() {
        assertRefused("UNKNOWN_CHANNEL", () -> published(flash().addChannelIds("nowhere")), "channelIds");
        var live = published(flash());
        assertRefused(
                "UNKNOWN_CHANNEL",
                () -> corrected(live.getId(), "", LiveChange.newBuilder().addChannelIds("nowhere")),
                "live.channelIds");
    }

    @Test
    void refusesChangesOfAnotherVersion() {
        var live = published(flash());
        corrected(live.getId(), "v1", LiveChange.newBuilder().setTitle("Second"));

        assertRefused(
                "ETAG_MISMATCH",
                () -> corrected(live.getId(), "v1", LiveChange.newBuilder().setTitle("Third")));
        assertRefused("ETAG_MISMATCH", () -> withdrawn(live.getId(), "v1"));
        assertThat(read(live.getId()).getTitle()).isEqualTo("Second");
    }

    @Test
    void knowsNoOtherLives() {
        assertRefused("LIVE_NOT_FOUND", () -> read("none"));
        assertRefused(
                "LIVE_NOT_FOUND",
                () -> corrected("none", "", LiveChange.newBuilder().setTitle("Title")));
        assertRefused("LIVE_NOT_FOUND", () -> withdrawn("none", ""));
        assertRefused("LIVE_NOT_FOUND", () -> editor().listLiveRevisions(
                        ListLiveRevisionsRequest.newBuilder().setLiveId("none").build()));
    }

    @Test
    void refusesForgedTokens() {
        assertRefused(
                "BAD_PAGE_TOKEN",
                () -> anyone().listLives(ListLivesRequest.newBuilder()
                        .setPageToken("forged")
                        .build()),
                "pageToken");
        assertRefused(
                "BAD_PAGE_TOKEN",
                () -> editor().listEditorialLives(ListEditorialLivesRequest.newBuilder()
                        .setPageToken("forged")
                        .build()),
                "pageToken");
    }

    @Test
    void refusesATokenOfOtherFilters() {
        var tag = freshTag();
        published(flash().addTags(tag));
        var list = anyone().listLives(ListLivesRequest.newBuilder().setTag(tag).build());

        assertRefused(
                "BAD_PAGE_TOKEN",
                () -> anyone().listLives(ListLivesRequest.newBuilder()
                        .setTag(tag)
                        .setMinImportance(2)
                        .setPageToken(list.getPollToken())
                        .build()),
                "pageToken");
    }

    private static CreateLiveRequest.Builder tenImages() {
        var flash = flash();
        IntStream.range(0, 10).forEach(number -> flash.addImages("https://pictures.example/" + number + ".png"));
        return flash;
    }
}
