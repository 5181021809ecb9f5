package news.platform.livenews.live;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.livenews.v1.BatchGetLivesRequest;
import news.platform.livenews.v1.ListEditorialLivesRequest;
import news.platform.livenews.v1.ListLiveRevisionsRequest;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveChange;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveRevision;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.livenews.v1.LiveState;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.Test;

class LiveLifecycleIT extends LivenewsServiceTest {
    @Test
    void givesReadersWhatAnEditorPublished() {
        var published = published(flash().setImportance(3)
                .addSymbols("US10Y")
                .addTags("rates")
                .addImages("https://pictures.example/fed.png")
                .setArticleId("article-1"));

        var live = read(published.getId());

        assertThat(live).isEqualTo(published);
        assertThat(live.getVersion()).isEqualTo(1);
        assertThat(live.getEtag()).isEqualTo("v1");
        assertThat(live.getContentText()).isEqualTo("No change, as expected.");
        assertThat(live.getImportance()).isEqualTo(3);
        assertThat(live.getCorrected()).isFalse();
        assertThat(live.getState()).isEqualTo(LiveState.LIVE_STATE_PUBLISHED);
        assertThat(events.of(LiveCreated.getDefaultInstance(), live.getId()))
                .extracting(LiveCreated::getLive)
                .containsExactly(live);
    }

    @Test
    void takesTheTitleInBracketsOutOfTheText() {
        var live = published(flash().clearTitle().setContentHtml("<p><b>【央行：降准50个基点】</b><br>自下月五日起。</p>"));

        assertThat(live.getTitle()).isEqualTo("央行：降准50个基点");
        assertThat(live.getContentHtml()).isEqualTo("<p>自下月五日起。</p>");
        assertThat(live.getContentText()).isEqualTo("自下月五日起。");
    }

    @Test
    void showsCorrectionsAndSaysSo() {
        var live = published(flash().setImportance(2));

        var corrected = corrected(
                live.getId(), live.getEtag(), LiveChange.newBuilder().setContentHtml("<p>A quarter point up.</p>"));

        assertThat(read(live.getId())).isEqualTo(corrected);
        assertThat(corrected.getCorrected()).isTrue();
        assertThat(corrected.getVersion()).isEqualTo(2);
        assertThat(corrected.getTitle()).isEqualTo("Fed holds rates");
        assertThat(corrected.getImportance()).isEqualTo(2);
        assertThat(corrected.getContentText()).isEqualTo("A quarter point up.");
        assertThat(corrected.getPublishTime()).isEqualTo(live.getPublishTime());
        assertThat(events.of(LiveUpdated.getDefaultInstance(), live.getId()))
                .extracting(LiveUpdated::getLive)
                .containsExactly(corrected);
    }

    @Test
    void makesNoVersionOfWhatIsSaidAlready() {
        var live = published(flash());

        var again = corrected(live.getId(), "v0", LiveChange.newBuilder().setTitle(live.getTitle()));

        assertThat(again).isEqualTo(live);
        assertThat(events.facts(live.getId())).containsExactly("created 1");
    }

    @Test
    void withdrawsForGood() {
        var live = published(flash());

        withdrawn(live.getId(), live.getEtag());
        withdrawn(live.getId(), live.getEtag());

        assertRefused("LIVE_WITHDRAWN", () -> read(live.getId()));
        assertRefused(
                "LIVE_WITHDRAWN",
                () -> corrected(live.getId(), "", LiveChange.newBuilder().setTitle("Back")));
        assertThat(events.facts(live.getId())).containsExactly("created 1", "deleted 2");
    }

    @Test
    void keepsTheHistoryForEditors() {
        var live = published(flash());
        corrected(live.getId(), "", LiveChange.newBuilder().setTitle("Fed raises rates"));
        withdrawn(live.getId(), "");

        var revisions = editor().listLiveRevisions(ListLiveRevisionsRequest.newBuilder()
                        .setLiveId(live.getId())
                        .build())
                .getRevisionsList();

        assertThat(revisions)
                .extracting(LiveRevision::getAction)
                .containsExactly("WITHDRAWN", "CORRECTED", "PUBLISHED");
        assertThat(revisions)
                .extracting(LiveRevision::getTitle)
                .containsExactly("Fed raises rates", "Fed raises rates", "Fed holds rates");
        assertThat(revisions).extracting(LiveRevision::getEditorId).containsOnly("editor-1");
        assertThat(revisions.getFirst().getNote()).isEqualTo("wrong figure");
    }

    @Test
    void listsAnyStateForEditorsLastChangedFirst() {
        var first = published(flash());
        var second = published(flash());
        withdrawn(first.getId(), "");

        var all = editor().listEditorialLives(
                        ListEditorialLivesRequest.newBuilder().setPageSize(2).build());
        var withdrawn = editor().listEditorialLives(ListEditorialLivesRequest.newBuilder()
                .setState(LiveState.LIVE_STATE_WITHDRAWN)
                .setPageSize(1)
                .build());

        assertThat(all.getLivesList()).extracting(Live::getId).containsExactly(first.getId(), second.getId());
        assertThat(withdrawn.getLivesList()).extracting(Live::getId).containsExactly(first.getId());
        assertThat(withdrawn.getLives(0).getState()).isEqualTo(LiveState.LIVE_STATE_WITHDRAWN);
    }

    @Test
    void publishesOnceForOneKey() {
        var key = UUID.randomUUID().toString();

        var first = editorWithKey(key).createLive(flash().build()).getLive();
        var again = editorWithKey(key).createLive(flash().build()).getLive();

        assertThat(again).isEqualTo(first);
        assertThat(events.facts(first.getId())).containsExactly("created 1");
    }

    @Test
    void givesUserServiceManyAtOnce() {
        var first = published(flash());
        var gone = published(flash());
        withdrawn(gone.getId(), "");

        var user = LiveServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("user-service")));
        var batch = user.batchGetLives(BatchGetLivesRequest.newBuilder()
                .addIds("none")
                .addIds(first.getId())
                .addIds(gone.getId())
                .build());

        assertThat(batch.getLivesList()).containsExactly(first);
        assertThat(batch.getMissingList()).containsExactly("none", gone.getId());
    }
}
