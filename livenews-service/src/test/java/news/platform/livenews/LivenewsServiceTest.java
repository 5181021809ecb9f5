package news.platform.livenews;

import java.util.Map;
import java.util.UUID;
import news.platform.content.v1.Channel;
import news.platform.content.v1.ChannelServiceGrpc;
import news.platform.content.v1.ListChannelsResponse;
import news.platform.livenews.v1.CreateLiveRequest;
import news.platform.livenews.v1.DeleteLiveRequest;
import news.platform.livenews.v1.GetLiveRequest;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveChange;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.livenews.v1.LiveServiceGrpc.LiveServiceBlockingStub;
import news.platform.livenews.v1.UpdateLiveRequest;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service between a database, a broker and a content-service, seen as its callers see it. */
@PlatformTest(twins = "content", properties = "news.livenews.channel.refresh=1h")
public abstract class LivenewsServiceTest {
    private static final ListChannelsResponse CHANNELS = ListChannelsResponse.newBuilder()
            .addChannels(Channel.newBuilder().setId("global"))
            .addChannels(Channel.newBuilder().setId("forex"))
            .addChannels(Channel.newBuilder().setId("tech"))
            .addChannels(Channel.newBuilder().setId("commodity"))
            .addChannels(Channel.newBuilder().setId("gold").setParentId("commodity"))
            .build();

    @Autowired
    protected ServiceTwin contentTwin;

    @Autowired
    protected SentEvents events;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestCallee callee;

    @BeforeEach
    void channelsAreTold() {
        contentTwin.is(ServiceTwin.Mood.WELL);
        contentTwin.answer(ChannelServiceGrpc.getListChannelsMethod(), _ -> CHANNELS);
    }

    /** Lives as anybody sees them. */
    protected LiveServiceBlockingStub anyone() {
        return LiveServiceGrpc.newBlockingStub(callee.anonymous());
    }

    /** Lives as an editor sees them. */
    protected LiveServiceBlockingStub editor() {
        return LiveServiceGrpc.newBlockingStub(callee.as(TestTokens.user("editor-1", "editor")));
    }

    /** An editor's call with an Idempotency-Key. */
    protected LiveServiceBlockingStub editorWithKey(String key) {
        var token = TestTokens.user("editor-1", "editor");
        return LiveServiceGrpc.newBlockingStub(
                callee.with(Map.of("authorization", "Bearer " + token, "idempotency-key", key)));
    }

    /** A live, not yet published. */
    protected static CreateLiveRequest.Builder flash() {
        return CreateLiveRequest.newBuilder()
                .setTitle("Fed holds rates")
                .setContentHtml("<p>No change, as expected.</p>")
                .addChannelIds("global");
    }

    /** A tag that no other test uses. */
    protected static String freshTag() {
        return "t" + UUID.randomUUID().toString().substring(0, 18);
    }

    protected Live published(CreateLiveRequest.Builder flash) {
        return editor().createLive(flash.build()).getLive();
    }

    protected Live corrected(String liveId, String etag, LiveChange.Builder change) {
        return editor().updateLive(UpdateLiveRequest.newBuilder()
                        .setLiveId(liveId)
                        .setEtag(etag)
                        .setLive(change)
                        .build())
                .getLive();
    }

    protected void withdrawn(String liveId, String etag) {
        editor().deleteLive(DeleteLiveRequest.newBuilder()
                .setLiveId(liveId)
                .setEtag(etag)
                .setNote("wrong figure")
                .build());
    }

    protected Live read(String liveId) {
        return anyone().getLive(GetLiveRequest.newBuilder().setLiveId(liveId).build())
                .getLive();
    }
}
