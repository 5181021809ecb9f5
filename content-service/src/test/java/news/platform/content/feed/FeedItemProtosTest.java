package news.platform.content.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import news.platform.content.body.Bodies;
import news.platform.content.body.PreviewProperties;
import news.platform.content.channel.ChannelTree;
import news.platform.content.channel.ChannelTree.Channel;
import news.platform.thirdparty.v1.FeedItemReceived;
import org.junit.jupiter.api.Test;

class FeedItemProtosTest {
    private static final ChannelTree CHANNELS =
            new ChannelTree(List.of(new Channel("global", "Global", null), new Channel("forex", "Forex", null)));

    @Test
    void leavesOutAddressesThatReadersMustNotBeGiven() {
        for (var address : List.of(
                "https://x/\"><script>", "https://a.example/\"x", "https://localhost/x", "https://169.254.169.254/x")) {
            var teaser = story(
                            FeedItemReceived.newBuilder().setCoverUrl(address).setUrl(address))
                    .teaser();

            assertThat(List.of(teaser.coverUrl(), teaser.sourceUrl())).containsOnly("");
        }
    }

    @Test
    void takesOverWhatFits() {
        var story = story(FeedItemReceived.newBuilder()
                .setTitle("Fed holds")
                .setSummary("s")
                .setBodyHtml("<p>b</p>")
                .setLang("en")
                .setUrl("https://a.example/1")
                .setPublishTime(Timestamp.newBuilder().setSeconds(1))
                .addBylines("Ann")
                .addChannelIds("forex")
                .addSymbols("EURUSD")
                .addTags("fed")
                .setSourceName("Wire")
                .setCoverUrl("https://a.example/1.png"));

        var teaser = story.teaser();
        assertThat(teaser.title()).isEqualTo("Fed holds");
        assertThat(teaser.lang()).isEqualTo("en");
        assertThat(teaser.bylines()).containsExactly("Ann");
        assertThat(teaser.channelIds()).containsExactly("forex");
        assertThat(teaser.symbols()).containsExactly("EURUSD");
        assertThat(teaser.tags()).containsExactly("fed");
        assertThat(teaser.sourceName()).isEqualTo("Wire");
        assertThat(teaser.sourceUrl()).isEqualTo("https://a.example/1");
        assertThat(teaser.coverUrl()).isEqualTo("https://a.example/1.png");
        assertThat(story.body().html()).isEqualTo("<p>b</p>");
        assertThat(story.publishTime()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void dropsUnknownChannelsAndFallsBackToGlobal() {
        var mixed = FeedItemReceived.newBuilder().addChannelIds("nowhere").addChannelIds("forex");
        var unknown = FeedItemReceived.newBuilder().addChannelIds("nowhere");

        assertThat(story(mixed).teaser().channelIds()).containsExactly("forex");
        assertThat(story(unknown).teaser().channelIds()).containsExactly("global");
        assertThat(story(FeedItemReceived.newBuilder()).teaser().channelIds()).containsExactly("global");
    }

    @Test
    void mendsWhatNobodyCouldAnswerFor() {
        var teaser = story(FeedItemReceived.newBuilder()
                        .setTitle("😀".repeat(400))
                        .setLang("klingon language")
                        .addSymbols("not a symbol")
                        .addTags("t".repeat(41))
                        .addTags(" ")
                        .setUrl("ftp://a.example")
                        .setCoverUrl("http://a.example/insecure.png"))
                .teaser();

        assertThat(teaser.title().codePointCount(0, teaser.title().length())).isEqualTo(300);
        assertThat(teaser.lang()).isEqualTo("und");
        assertThat(teaser.symbols()).isEmpty();
        assertThat(teaser.tags()).isEmpty();
        assertThat(teaser.sourceUrl()).isEmpty();
        assertThat(teaser.coverUrl()).isEmpty();
    }

    @Test
    void fillsMissingHeadlineAndBodyFromTheSummary() {
        var story = story(FeedItemReceived.newBuilder().setTitle(" ").setSummary("a < b\0"));

        assertThat(story.teaser().title()).isEqualTo("a < b");
        assertThat(story.body().html()).isEqualTo("<p>a &lt; b</p>");
    }

    @Test
    void countsImpossibleTimeAsOneToCome() {
        var story = story(FeedItemReceived.newBuilder()
                .setPublishTime(Timestamp.newBuilder().setSeconds(Long.MIN_VALUE)));

        assertThat(story.publishTime()).isAfter(Instant.parse("9999-01-01T00:00:00Z"));
    }

    private static FeedItemProtos story(FeedItemReceived.Builder item) {
        return new FeedItemProtos(item.build(), CHANNELS, new Bodies(new PreviewProperties(0.3, 300, 3)));
    }
}
