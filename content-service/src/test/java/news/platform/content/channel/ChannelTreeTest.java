package news.platform.content.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.platform.content.channel.ChannelTree.Channel;
import org.junit.jupiter.api.Test;

class ChannelTreeTest {
    private final ChannelTree tree = new ChannelTree(List.of(
            new Channel("commodity", "Commodities", null),
            new Channel("gold", "Gold", "commodity"),
            new Channel("tech", "Technology", null)));

    @Test
    void findsArticlesUnderAllChannelsAboveTheirs() {
        assertThat(tree.withAncestors(List.of("gold", "tech"))).containsExactly("gold", "commodity", "tech");
    }

    @Test
    void namesEachChannelOnce() {
        assertThat(tree.withAncestors(List.of("gold", "commodity"))).containsExactly("gold", "commodity");
    }

    @Test
    void knowsItsChannels() {
        assertThat(tree.contains("gold")).isTrue();
        assertThat(tree.contains("oil")).isFalse();
    }
}
