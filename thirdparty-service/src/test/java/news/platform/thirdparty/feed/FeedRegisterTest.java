package news.platform.thirdparty.feed;

import com.google.protobuf.FieldMask;
import java.util.List;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.v1.CreateFeedSourceRequest;
import news.platform.thirdparty.v1.FeedSource;
import news.platform.thirdparty.v1.FeedSourceChange;
import news.platform.thirdparty.v1.FeedSourceServiceGrpc;
import news.platform.thirdparty.v1.FeedSourceServiceGrpc.FeedSourceServiceBlockingStub;
import news.platform.thirdparty.v1.UpdateFeedSourceRequest;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The register of feeds as an administrator sees it, and a web where feeds may be. */
@ThirdpartyTest
abstract class FeedRegisterTest {
    @Autowired
    TestCallee callee;

    final LocalWeb web = new LocalWeb();

    @AfterEach
    void close() {
        web.close();
    }

    FeedSourceServiceBlockingStub admin() {
        return FeedSourceServiceGrpc.newBlockingStub(callee.as(TestTokens.user("root", "admin")));
    }

    String address(String path) {
        return web.uri(path).toString();
    }

    static CreateFeedSourceRequest.Builder request(String url) {
        return CreateFeedSourceRequest.newBuilder().setUrl(url).setChannelId("global");
    }

    FeedSource create(CreateFeedSourceRequest.Builder request) {
        return admin().createFeedSource(request.build()).getFeedSource();
    }

    FeedSource update(FeedSource source, FeedSourceChange.Builder change, String... mask) {
        return admin().updateFeedSource(UpdateFeedSourceRequest.newBuilder()
                        .setFeedSourceId(source.getId())
                        .setFeedSource(change)
                        .setEtag(source.getEtag())
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
                        .build())
                .getFeedSource();
    }
}
