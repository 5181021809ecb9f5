package news.platform.livenews.feed;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.UUID;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.Live;
import news.platform.messaging.Outbox;
import news.platform.thirdparty.v1.FeedItemReceived;
import news.platform.thirdparty.v1.FeedTarget;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class FeedItemsIT extends LivenewsServiceTest {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    private final String tag = freshTag();
    private final String itemId = UUID.randomUUID().toString();

    @Test
    void publishesNewItem() {
        send(item(1).addChannelIds("forex")
                .addChannelIds("nowhere")
                .addSymbols("EURUSD")
                .addSymbols("no symbol"));

        var live = arrived();

        assertThat(live.getTitle()).isEqualTo("标题1");
        assertThat(live.getContentText()).isEqualTo("正文1。");
        assertThat(live.getPublishTime().getSeconds()).isEqualTo(1_700_000_000);
        assertThat(live.getChannelIdsList()).containsExactly("forex");
        assertThat(live.getSymbolsList()).containsExactly("EURUSD");
        assertThat(live.getSourceName()).isEqualTo("Wire");
        assertThat(live.getSourceUrl()).isEqualTo("https://wire.example/1");
        assertThat(live.getCorrected()).isFalse();
    }

    @Test
    void correctsByALaterVersionAndIgnoresALateOne() {
        send(item(1));
        var first = arrived();

        send(item(3));
        send(item(2));

        await().untilAsserted(() -> assertThat(arrived().getTitle()).isEqualTo("标题3"));
        assertThat(arrived().getId()).isEqualTo(first.getId());
        assertThat(arrived().getCorrected()).isTrue();
        awaitVersion(3);
        assertThat(arrived().getVersion()).isEqualTo(2);
    }

    @Test
    void withdrawsWhatTheSourceWithdrewAndNeverBringsItBack() {
        send(item(1));
        var live = arrived();

        send(item(2).setWithdrawn(true));
        send(item(3));

        awaitVersion(3);
        assertRefused("LIVE_WITHDRAWN", () -> read(live.getId()));
        assertThat(listed()).isEmpty();
    }

    @Test
    void leavesArticlesToOthers() {
        send(item(1).setTarget(FeedTarget.FEED_TARGET_ARTICLES));
        send(item(2).clearTarget());
        send(item(3));

        await().untilAsserted(() -> assertThat(arrived().getTitle()).isEqualTo("标题3"));
        assertThat(arrived().getVersion()).isEqualTo(1);
    }

    @Test
    void leavesOutATitleThatRepeatsTheText() {
        send(item(1).setTitle("正文1。正文还在…").setBodyHtml("<p>正文1。正文还在继续。</p>"));

        assertThat(arrived().getTitle()).isEmpty();
        assertThat(arrived().getContentText()).isEqualTo("正文1。正文还在继续。");
    }

    @Test
    void makesNoLiveOfItemThatShowsNothing() {
        send(item(1).clearTitle().clearBodyHtml());
        awaitVersion(1);

        assertThat(listed()).isEmpty();
    }

    private FeedItemReceived.Builder item(long version) {
        return FeedItemReceived.newBuilder()
                .setFeedItemId(itemId)
                .setVersion(version)
                .setUri("urn:wire:1")
                .setTitle("【标题" + version + "】正文" + version + "。")
                .setBodyHtml("<p>【标题" + version + "】正文" + version + "。</p>")
                .setUrl("https://wire.example/1")
                .setSourceName("Wire")
                .setPublishTime(Timestamp.newBuilder().setSeconds(1_700_000_000))
                .addTags(tag)
                .setTarget(FeedTarget.FEED_TARGET_LIVES);
    }

    private void send(FeedItemReceived.Builder item) {
        transaction.executeWithoutResult(_ -> outbox.publish(item.build()));
    }

    private Live arrived() {
        return await().until(this::listed, lives -> !lives.isEmpty()).getFirst();
    }

    private List<Live> listed() {
        return anyone().listLives(ListLivesRequest.newBuilder().setTag(tag).build())
                .getLivesList();
    }

    private void awaitVersion(long version) {
        await().until(() -> jdbc.sql("select version from feed_item where id = ?")
                .param(itemId)
                .query(Long.class)
                .optional()
                .filter(handled -> handled == version)
                .isPresent());
    }
}
