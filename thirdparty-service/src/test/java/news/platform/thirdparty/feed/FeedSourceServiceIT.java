package news.platform.thirdparty.feed;

import static io.grpc.Status.Code.ABORTED;
import static io.grpc.Status.Code.ALREADY_EXISTS;
import static io.grpc.Status.Code.INVALID_ARGUMENT;
import static io.grpc.Status.Code.NOT_FOUND;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import news.platform.test.TestTokens;
import news.platform.thirdparty.v1.CreateFeedSourceRequest;
import news.platform.thirdparty.v1.DeleteFeedSourceRequest;
import news.platform.thirdparty.v1.FeedKind;
import news.platform.thirdparty.v1.FeedSource;
import news.platform.thirdparty.v1.FeedSourceChange;
import news.platform.thirdparty.v1.FeedSourceServiceGrpc;
import news.platform.thirdparty.v1.FeedSourceServiceGrpc.FeedSourceServiceBlockingStub;
import news.platform.thirdparty.v1.FeedSourceState;
import news.platform.thirdparty.v1.GetFeedSourceRequest;
import news.platform.thirdparty.v1.ListFeedSourcesRequest;
import news.platform.thirdparty.v1.ListFeedSourcesResponse;
import news.platform.thirdparty.v1.PollFeedSourceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedSourceServiceIT extends FeedRegisterTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void addsAFeedThatIsNotYetPolled() {
        String url = address("/new");

        FeedSource created = create(request(url));

        assertThat(created.getUrl()).isEqualTo(url);
        assertThat(created.getIntervalSeconds()).isEqualTo(300);
        assertThat(created.getState()).isEqualTo(FeedSourceState.FEED_SOURCE_STATE_ACTIVE);
        assertThat(created.getKind()).isEqualTo(FeedKind.FEED_KIND_UNSPECIFIED);
        assertThat(created.hasLastPollTime()).isFalse();
        assertThat(created.getEtag()).isNotEmpty();
        assertThat(get(created.getId())).isEqualTo(created);
    }

    @Test
    void refusesAnAddressThatIsThereAlreadyHoweverItIsSpelt() {
        String url = address("/twice");
        create(request(url));

        assertRefused(ALREADY_EXISTS, "FEED_SOURCE_EXISTS", () -> create(request(url + "#top")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/feed",
                "http://10.0.0.1/feed",
                "https://192.168.1.1/",
                "http://172.16.0.9/",
                "http://2852039166/latest"
            })
    void refusesAnAddressInsideTheOwnNetwork(String url) {
        assertRefused(INVALID_ARGUMENT, "FORBIDDEN_ADDRESS", () -> create(request(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/feed", "example.com/feed", "http://user:password@example.com/feed", ""})
    void refusesWhatIsNoWebAddress(String url) {
        assertRefused(INVALID_ARGUMENT, "INVALID_FIELD", () -> create(request(url)));
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_blog.example.com/feed, http://my_blog.example.com/feed",
        "https://münchen.example/feed, https://xn--mnchen-3ya.example/feed"
    })
    void addsHostsThatExistWhateverTheirScript(String url, String expected) {
        assertThat(create(request(url)).getUrl()).isEqualTo(expected);
    }

    @Test
    void showsThatAFeedWasReadLenientlyAndWhereItCameFrom() {
        web.body("/well", "text/xml", "<rss><channel><title>Cut</title>".getBytes());
        web.on("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/well");
            exchange.sendResponseHeaders(301, -1);
        });
        FeedSource created = create(request(address("/moved")));

        FeedSource polled = admin().pollFeedSource(PollFeedSourceRequest.newBuilder()
                        .setFeedSourceId(created.getId())
                        .build())
                .getFeedSource();

        assertThat(polled.getLenient()).isTrue();
        assertThat(polled.getMovedFrom()).isEqualTo(created.getUrl());
        assertThat(polled.getLastOutcome()).isEqualTo("OK");
    }

    @Test
    void repeatsTheAnswerUnderTheSameIdempotencyKey() {
        CreateFeedSourceRequest request = request(address("/once")).build();
        FeedSourceServiceBlockingStub stub = FeedSourceServiceGrpc.newBlockingStub(callee.with(Map.of(
                "authorization",
                "Bearer " + TestTokens.user("root", "admin"),
                "idempotency-key",
                UUID.randomUUID().toString())));

        assertThat(stub.createFeedSource(request)).isEqualTo(stub.createFeedSource(request));
    }

    @Test
    void listsAllFeedsOldestFirstByPages() {
        List<String> created = IntStream.range(0, 5)
                .mapToObj(i -> create(request(address("/page" + i))).getId())
                .toList();

        List<String> listed = new ArrayList<>();
        String token = "";
        do {
            ListFeedSourcesResponse page = admin().listFeedSources(ListFeedSourcesRequest.newBuilder()
                    .setPageSize(2)
                    .setPageToken(token)
                    .build());
            page.getFeedSourcesList().forEach(source -> listed.add(source.getId()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(listed).containsSubsequence(created).doesNotHaveDuplicates();
    }

    @Test
    void refusesAForgedPageToken() {
        var request =
                ListFeedSourcesRequest.newBuilder().setPageToken("Zm9yZ2Vk").build();

        assertRefused(INVALID_ARGUMENT, "BAD_PAGE_TOKEN", () -> admin().listFeedSources(request));
    }

    @Test
    void removesAFeed() {
        FeedSource source = create(request(address("/gone")));

        admin().deleteFeedSource(DeleteFeedSourceRequest.newBuilder()
                .setFeedSourceId(source.getId())
                .build());

        assertRefused(NOT_FOUND, "FEED_SOURCE_NOT_FOUND", () -> get(source.getId()));
    }

    @Test
    void saysSoWhereThereIsNoSuchFeed() {
        FeedSource unknown = FeedSource.newBuilder().setId("unknown").build();
        assertRefused(NOT_FOUND, "FEED_SOURCE_NOT_FOUND", () -> get("unknown"));
        assertRefused(NOT_FOUND, "FEED_SOURCE_NOT_FOUND", () -> poll("unknown"));
        assertRefused(
                NOT_FOUND,
                "FEED_SOURCE_NOT_FOUND",
                () -> update(unknown, FeedSourceChange.newBuilder().setName("x"), "name"));
        assertRefused(
                NOT_FOUND, "FEED_SOURCE_NOT_FOUND", () -> admin().deleteFeedSource(DeleteFeedSourceRequest.newBuilder()
                        .setFeedSourceId("unknown")
                        .build()));
    }

    @Test
    void pollsNowAndAnswersHowThatWent() {
        web.body("/rss", "application/rss+xml", Rss.feed("The Paper", Rss.item("1", "One"), Rss.item("2", "Two")));
        FeedSource source = create(request(address("/rss")));

        FeedSource polled = poll(source.getId());

        assertThat(polled.getLastOutcome()).isEqualTo("OK");
        assertThat(polled.getKind()).isEqualTo(FeedKind.FEED_KIND_RSS);
        assertThat(polled.getItemCount()).isEqualTo(2);
        assertThat(polled.getName()).isEqualTo("The Paper");
        assertThat(polled.hasLastPollTime()).isTrue();
        assertThat(polled.getEtag()).isEqualTo(source.getEtag());
    }

    @Test
    void refusesASecondPollWhileOneRuns() {
        FeedSource source = create(request(address("/busy")));
        jdbc.sql("update platform.task set lease_until = now() + interval '1 minute' where key = :id")
                .param("id", source.getId())
                .update();

        assertRefused(ABORTED, "POLL_RUNNING", () -> poll(source.getId()));
    }

    private FeedSource get(String id) {
        return admin().getFeedSource(
                        GetFeedSourceRequest.newBuilder().setFeedSourceId(id).build())
                .getFeedSource();
    }

    private FeedSource poll(String id) {
        return admin().pollFeedSource(
                        PollFeedSourceRequest.newBuilder().setFeedSourceId(id).build())
                .getFeedSource();
    }
}
