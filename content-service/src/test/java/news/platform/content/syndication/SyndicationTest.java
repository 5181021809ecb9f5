package news.platform.content.syndication;

import com.google.api.HttpBody;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.GetAtomRequest;
import news.platform.content.v1.GetJsonFeedRequest;
import news.platform.content.v1.GetRssRequest;
import news.platform.content.v1.GetRssResponse;
import news.platform.content.v1.SyndicationServiceGrpc;
import news.platform.content.v1.SyndicationServiceGrpc.SyndicationServiceBlockingStub;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A channel of each test's own, and its feeds. */
abstract class SyndicationTest extends ContentServiceTest {
    static final String CHANNEL_NAME = "Märkte & 市场 <1>";

    String channel = "";

    @BeforeEach
    void openChannel() {
        channel = channel(null);
    }

    /** A fresh channel, perhaps below another. */
    String channel(@Nullable String parent) {
        var id = "c-" + UUID.randomUUID().toString().substring(0, 18);
        jdbc.sql("""
                        insert into channel (id, name, parent_id, position)
                        select :id, :name, :parent, max(position) + 1 from channel""")
                .param("id", id)
                .param("name", CHANNEL_NAME)
                .param("parent", parent)
                .update();
        return id;
    }

    /** A complete article for the channel, not yet saved. */
    CreateArticleRequest.Builder inChannel() {
        return story().clearChannelIds().addChannelIds(channel);
    }

    Article change(String id, ArticleChange.Builder change) {
        return editor().updateArticle(UpdateArticleRequest.newBuilder()
                        .setArticleId(id)
                        .setArticle(change)
                        .build())
                .getArticle();
    }

    GetRssResponse rss(String ofChannel) {
        return reader().getRss(GetRssRequest.newBuilder().setChannel(ofChannel).build());
    }

    HttpBody atom() {
        return reader().getAtom(GetAtomRequest.newBuilder().setChannel(channel).build())
                .getFeed();
    }

    HttpBody jsonFeed() {
        return reader().getJsonFeed(
                        GetJsonFeedRequest.newBuilder().setChannel(channel).build())
                .getFeed();
    }

    /** The channel in the three formats, as anybody gets it. */
    List<String> feeds() {
        return texts(rss(channel).getFeed(), atom(), jsonFeed());
    }

    /** The same as an editor gets it. */
    List<String> feedsForAnEditor() {
        var stub = SyndicationServiceGrpc.newBlockingStub(callee.as(TestTokens.user("editor-1", "editor")));
        return texts(
                stub.getRss(GetRssRequest.newBuilder().setChannel(channel).build())
                        .getFeed(),
                stub.getAtom(GetAtomRequest.newBuilder().setChannel(channel).build())
                        .getFeed(),
                stub.getJsonFeed(GetJsonFeedRequest.newBuilder()
                                .setChannel(channel)
                                .build())
                        .getFeed());
    }

    private SyndicationServiceBlockingStub reader() {
        return SyndicationServiceGrpc.newBlockingStub(callee.anonymous());
    }

    private static List<String> texts(HttpBody... documents) {
        return Stream.of(documents)
                .map(document -> document.getData().toStringUtf8())
                .toList();
    }
}
