package news.platform.content.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.ChannelServiceGrpc;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListChannelsRequest;
import org.junit.jupiter.api.Test;

class ChannelsIT extends ContentServiceTest {
    @Test
    void listsParentsBeforeChildren() {
        var listed = ChannelServiceGrpc.newBlockingStub(callee.anonymous())
                .listChannels(ListChannelsRequest.getDefaultInstance())
                .getChannelsList();

        assertThat(listed)
                .extracting(channel -> channel.getId())
                .contains("global", "a-stock", "us-stock", "forex", "commodity", "bond", "tech");
        var seen = new HashSet<String>();
        for (var channel : listed) {
            assertThat(channel.getName()).isNotBlank();
            assertThat(channel.getParentId())
                    .satisfiesAnyOf(id -> assertThat(id).isEmpty(), id -> assertThat(seen)
                            .contains(id));
            seen.add(channel.getId());
        }
    }

    @Test
    void showsArticlesOfChannelsBelow() {
        var id = published(story().clearChannelIds().addChannelIds("gold")).getId();

        for (var channel : new String[] {"gold", "commodity"}) {
            var list = anyone().listArticles(
                            ListArticlesRequest.newBuilder().setChannel(channel).build());
            assertThat(list.getArticles(0).getId()).isEqualTo(id);
        }
    }
}
