package news.platform.thirdparty.feed;

import static io.grpc.Status.Code.ABORTED;
import static io.grpc.Status.Code.ALREADY_EXISTS;
import static io.grpc.Status.Code.INVALID_ARGUMENT;
import static io.grpc.Status.Code.NOT_FOUND;
import static io.grpc.Status.Code.PERMISSION_DENIED;
import static io.grpc.Status.Code.UNAUTHENTICATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.test.TestTokens;
import news.platform.thirdparty.Refusal;
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
import news.platform.thirdparty.v1.UpdateFeedSourceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class FeedSourceServiceIT extends FeedRegisterTest {
    @Autowired
    private Polls polls;

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

        assertThat(Refusal.of(() -> create(request(url + "#top"))))
                .isEqualTo(new Refusal(ALREADY_EXISTS, "FEED_SOURCE_EXISTS"));
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
        assertThat(Refusal.of(() -> create(request(url))))
                .isEqualTo(new Refusal(INVALID_ARGUMENT, "FORBIDDEN_ADDRESS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/feed", "example.com/feed", "http://user:password@example.com/feed", ""})
    void refusesWhatIsNoWebAddress(String url) {
        assertThat(Refusal.of(() -> create(request(url)))).isEqualTo(new Refusal(INVALID_ARGUMENT, "INVALID_FIELD"));
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

        assertThat(Refusal.of(() -> admin().listFeedSources(request)))
                .isEqualTo(new Refusal(INVALID_ARGUMENT, "BAD_PAGE_TOKEN"));
    }

    @Test
    void removesAFeed() {
        FeedSource source = create(request(address("/gone")));

        admin().deleteFeedSource(DeleteFeedSourceRequest.newBuilder()
                .setFeedSourceId(source.getId())
                .build());

        assertThat(Refusal.of(() -> get(source.getId()))).isEqualTo(new Refusal(NOT_FOUND, "FEED_SOURCE_NOT_FOUND"));
    }

    @Test
    void saysSoWhereThereIsNoSuchFeed() {
        FeedSource unknown = FeedSource.newBuilder().setId("unknown").build();
        Refusal notFound = new Refusal(NOT_FOUND, "FEED_SOURCE_NOT_FOUND");

        assertThat(Refusal.of(() -> get("unknown"))).isEqualTo(notFound);
        assertThat(Refusal.of(() -> poll("unknown"))).isEqualTo(notFound);
        assertThat(Refusal.of(
                        () -> update(unknown, FeedSourceChange.newBuilder().setName("x"), "name")))
                .isEqualTo(notFound);
        assertThat(Refusal.of(() -> admin().deleteFeedSource(DeleteFeedSourceRequest.newBuilder()
                        .setFeedSourceId("unknown")
                        .build())))
                .isEqualTo(notFound);
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
        polls.claim(source.getId());

        assertThat(Refusal.of(() -> poll(source.getId()))).isEqualTo(new Refusal(ABORTED, "POLL_RUNNING"));
    }

    @Test
    void isOpenToAdministratorsOnly() {
        List<Refusal> refusals = Stream.of(callee.anonymous(), callee.as(TestTokens.user("eve", "editor")))
                .map(FeedSourceServiceGrpc::newBlockingStub)
                .flatMap(stub -> Stream.<Runnable>of(
                        () -> stub.listFeedSources(ListFeedSourcesRequest.getDefaultInstance()),
                        () -> stub.getFeedSource(GetFeedSourceRequest.newBuilder()
                                .setFeedSourceId("x")
                                .build()),
                        () -> stub.createFeedSource(
                                request("http://example.com/").build()),
                        () -> stub.updateFeedSource(UpdateFeedSourceRequest.newBuilder()
                                .setFeedSourceId("x")
                                .setFeedSource(FeedSourceChange.getDefaultInstance())
                                .build()),
                        () -> stub.deleteFeedSource(DeleteFeedSourceRequest.newBuilder()
                                .setFeedSourceId("x")
                                .build()),
                        () -> stub.pollFeedSource(PollFeedSourceRequest.newBuilder()
                                .setFeedSourceId("x")
                                .build())))
                .map(Refusal::of)
                .toList();

        assertThat(refusals.subList(0, 6)).containsOnly(new Refusal(UNAUTHENTICATED, "UNAUTHENTICATED"));
        assertThat(refusals.subList(6, 12)).containsOnly(new Refusal(PERMISSION_DENIED, "PERMISSION_DENIED"));
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
