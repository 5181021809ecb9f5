package news.platform.thirdparty.feed;

import static io.grpc.Status.Code.ABORTED;
import static io.grpc.Status.Code.INVALID_ARGUMENT;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.platform.thirdparty.v1.FeedSource;
import news.platform.thirdparty.v1.FeedSourceChange;
import news.platform.thirdparty.v1.FeedSourceState;
import news.platform.thirdparty.v1.UpdateFeedSourceRequest;
import org.junit.jupiter.api.Test;

class FeedSourceChangesIT extends FeedRegisterTest {
    @Test
    void letsNobodySayThatAFeedIsGone() {
        FeedSource created = create(request(address("/not-gone")));

        assertRefused(
                INVALID_ARGUMENT, "INVALID_FIELD", () -> admin().updateFeedSource(UpdateFeedSourceRequest.newBuilder()
                        .setFeedSourceId(created.getId())
                        .setFeedSource(FeedSourceChange.newBuilder().setState(FeedSourceState.FEED_SOURCE_STATE_GONE))
                        .build()));
    }

    @Test
    void changesOnlyWhatIsSent() {
        FeedSource before = create(request(address("/change")).setName("Before"));

        FeedSource after = update(
                before, FeedSourceChange.newBuilder().setState(FeedSourceState.FEED_SOURCE_STATE_PAUSED), "state");

        assertThat(after.getState()).isEqualTo(FeedSourceState.FEED_SOURCE_STATE_PAUSED);
        assertThat(after.getName()).isEqualTo("Before");
        assertThat(after.getChannelId()).isEqualTo("global");
        assertThat(after.getEtag()).isNotEqualTo(before.getEtag());
    }

    @Test
    void leavesTheEtagWhenNothingChanges() {
        FeedSource before = create(request(address("/same")).setName("Same"));

        FeedSource afterNothing = update(before, FeedSourceChange.newBuilder());
        FeedSource afterTheSame = update(
                before, FeedSourceChange.newBuilder().setChannelId("global").setName(" Same "), "channel_id", "name");

        assertThat(List.of(afterNothing.getEtag(), afterTheSame.getEtag())).containsOnly(before.getEtag());
    }

    @Test
    void takesTheFieldsThatAreSetWhereNoMaskSaysWhich() {
        FeedSource before = create(request(address("/unmasked")));

        FeedSource after = update(
                before,
                FeedSourceChange.newBuilder()
                        .setChannelId("tech")
                        .setIntervalSeconds(60)
                        .setName("After"));

        assertThat(List.of(after.getChannelId(), after.getName())).containsExactly("tech", "After");
        assertThat(after.getIntervalSeconds()).isEqualTo(60);
    }

    @Test
    void refusesAChangeOfWhatHasBeenChangedSince() {
        FeedSource before = create(request(address("/stale")));
        update(before, FeedSourceChange.newBuilder().setName("One"), "name");

        assertRefused(
                ABORTED,
                "ETAG_MISMATCH",
                () -> update(before, FeedSourceChange.newBuilder().setName("Two"), "name"));
    }

    @Test
    void refusesAMaskOfWhatCannotBeChanged() {
        FeedSource source = create(request(address("/mask")));

        assertRefused(INVALID_ARGUMENT, "INVALID_FIELD", () -> update(source, FeedSourceChange.newBuilder(), "url"));
    }
}
