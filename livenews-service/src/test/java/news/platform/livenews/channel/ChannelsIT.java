package news.platform.livenews.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.test.Replicas;
import news.platform.test.grpc.ServiceTwin.Mood;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChannelsIT extends LivenewsServiceTest {
    @Autowired
    private Replicas replicas;

    @Autowired
    private Channels channels;

    @Test
    void publishesWithTheChannelsToldLastWhileContentServiceIsAway() {
        published(flash());
        contentTwin.is(Mood.DOWN);

        assertThat(published(flash().addChannelIds("tech")).getChannelIdsList()).contains("tech");
        assertThat(channels.tree().contains("nowhere")).isFalse();
    }

    @Test
    void takesIdsAtTheirWordWhereNothingWasEverTold() {
        contentTwin.is(Mood.DOWN);

        try (var replica = replicas.another()) {
            var unknown = replica.getBean(Channels.class);
            unknown.require(List.of("nowhere"), "channelIds");
            assertThat(unknown.tree().withAncestors(List.of("gold"))).containsExactly("gold");
            contentTwin.is(Mood.WELL);
        }
    }

    @Test
    void findsEachChannelAboveOnce() {
        var tree = new ChannelTree(Map.of("metal", "commodity", "gold", "metal", "commodity", "", "tech", ""));

        assertThat(tree.withAncestors(List.of("gold", "tech", "metal")))
                .containsExactly("gold", "metal", "commodity", "tech");
    }
}
