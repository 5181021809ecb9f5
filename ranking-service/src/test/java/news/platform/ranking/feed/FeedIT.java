package news.platform.ranking.feed;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import news.platform.content.v1.Author;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.persistence.Instants;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.proto.Timestamps;
import news.platform.ranking.RankingServiceTest;
import news.platform.ranking.v1.FeedServiceGrpc;
import news.platform.ranking.v1.ListFeedRequest;
import news.platform.ranking.v1.ListFeedResponse;
import news.platform.ranking.v1.PinItemRequest;
import news.platform.test.Replicas;
import news.platform.test.TestTokens;
import news.platform.test.grpc.ServiceTwin.Mood;
import news.platform.user.v1.FollowAdded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FeedIT extends RankingServiceTest {
    @Autowired
    private Replicas replicas;

    @Autowired
    private Pages pages;

    @BeforeEach
    void nothingIsKnown() {
        jdbc.sql("truncate item, engagement, pin, demotion, follow, feed_edition")
                .update();
    }

    @Test
    void mixesArticlesAndImportantLives() {
        var article = published(article("Central bank leaves rates alone", Duration.ofHours(3)));
        var flash = live(3, Duration.ofHours(2));
        live(1, Duration.ofHours(1));

        awaitFeed(flash, article);
        assertThat(page(anyone("")).getItems(0).hasLive()).isTrue();
        assertThat(page(anyone("")).getNextPageToken()).isEmpty();
    }

    @Test
    void tellsEachStoryOnce() {
        var first = published(article("Chip maker lifts its forecast on memory demand", Duration.ofHours(1)));
        published(article("Chip maker lifts forecast on memory demand", Duration.ofHours(2)));
        var other = published(article("Storm closes harbours in the north", Duration.ofHours(3)));

        awaitFeed(first, other);
    }

    @Test
    void showsAChannelWithThoseBelowIt() {
        published(article("Central bank leaves rates alone", Duration.ofHours(1)));
        var gold = published(article("Gold climbs to a record", Duration.ofHours(2))
                .clearChannelIds()
                .addChannelIds("gold"));
        await().until(() -> ids(page(anyone(""))).size() == 2);

        assertThat(ids(page(anyone("commodity")))).containsExactly(gold);
        assertThat(ids(page(anyone("gold")))).containsExactly(gold);
        assertThat(ids(page(anyone("bond")))).isEmpty();
    }

    @Test
    void putsFirstWhatIsPinned() {
        var first = published(article("Central bank leaves rates alone", Duration.ofHours(1)));
        var second = published(article("Storm closes harbours in the north", Duration.ofHours(2)));
        awaitFeed(first, second);

        pin(second, "");
        assertThat(ids(page(anyone("")))).containsExactly(second, first);
        assertThat(page(anyone("")).getItems(0).getPinned()).isTrue();
        assertThat(page(anyone("")).getItems(1).getPinned()).isFalse();
        assertThat(ids(page(anyone("global")))).containsExactly(first, second);
        recalled(second);
        assertThat(ids(page(anyone("")))).containsExactly(first);
    }

    @Test
    void putsHigherWhatAReaderFollows() {
        var rates = published(article("Central bank leaves rates alone", Duration.ofHours(1)));
        var chips = published(article("Chip maker lifts its forecast", Duration.ofHours(5))
                .addSymbols("NVDA")
                .addAuthors(Author.newBuilder().setId("author-1")));
        awaitFeed(rates, chips);

        follows("ann", "symbols", "NVDA");

        assertThat(ids(page("ann", ""))).containsExactly(chips, rates);
        assertThat(ids(page("bob", ""))).containsExactly(rates, chips);
    }

    @Test
    void repeatsAndSkipsNothingWhileFiveHundredMoreArePublished() {
        insert("old", 1000, Duration.ofHours(1));
        await().until(() -> entries() == 1000);

        var seen = new ArrayList<String>();
        var token = "";
        for (int page = 0; page < 50; page++) {
            var answer = page(anyone("").setPageToken(token));
            seen.addAll(ids(answer));
            token = answer.getNextPageToken();
            insert("new-" + page, 10, Duration.ZERO);
        }

        assertThat(token).isEmpty();
        assertThat(seen).hasSize(1000).doesNotHaveDuplicates().allMatch(id -> id.startsWith("old"));
        await().untilAsserted(() -> assertThat(ids(page(anyone("")))).allMatch(id -> id.startsWith("new")));
    }

    @Test
    void repeatsAndSkipsNothingWhileAReaderFollowsMoreAndSomeAreRecalled() {
        insert("old", 200, Duration.ofHours(1));
        jdbc.sql("update item set symbols = '{NVDA}' where number % 3 = 0").update();
        await().until(() -> entries() == 200);

        var seen = new ArrayList<String>();
        var token = "";
        do {
            var answer = page("ann", token);
            seen.addAll(ids(answer));
            token = answer.getNextPageToken();
            if (seen.size() == 20) {
                follows("ann", "symbols", "NVDA");
                jdbc.sql("""
                                update item set recall_time = now()
                                 where id in (select id from item where not id = any (:seen) limit 50)""").param("seen", seen.toArray(String[]::new)).update();
            }
        } while (!token.isEmpty());

        assertThat(seen).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void goesOnInAnotherReplica() {
        insert("old", 60, Duration.ofHours(1));
        await().until(() -> entries() == 60);
        var first = page(anyone(""));

        try (var other = replicas.another()) {
            var there = other.getBean(ReadFeed.class);
            var next = there.first("", Optional.empty(), 20);

            assertThat(next.entries()).extracting(entry -> entry.ref().id()).startsWith(array(first));
            assertThat(there.after(next.after(20), "", Optional.empty(), 20).entries())
                    .extracting(entry -> entry.ref().id())
                    .startsWith(array(page(anyone("").setPageToken(first.getNextPageToken()))));
        }
    }

    @Test
    void showsWhatItWasToldLastWhileOwnersAreDown() {
        var article = published(article("Central bank leaves rates alone", Duration.ofHours(1)));
        awaitFeed(article);

        contentTwin.is(Mood.DOWN);
        livenewsTwin.is(Mood.DOWN);

        assertThat(ids(page(anyone("")))).containsExactly(article);
    }

    @Test
    void refusesTokensOfOtherFeedsAndOfLongAgo() {
        insert("old", 30, Duration.ofHours(1));
        await().until(() -> entries() == 30);
        var token = page(anyone("")).getNextPageToken();
        var gone = pages.token(PageScope.of("feed").with("channel", ""), new Cursor(0, new BitSet()).key());

        assertRefused("BAD_PAGE_TOKEN", () -> page(anyone("gold").setPageToken(token)), "pageToken");
        assertRefused("BAD_PAGE_TOKEN", () -> page(anyone("").setPageToken("AAAA")), "pageToken");
        assertRefused("BAD_PAGE_TOKEN", () -> page(anyone("").setPageToken(gone)), "pageToken");
    }

    private void awaitFeed(String... ids) {
        await().untilAsserted(() -> assertThat(ids(page(anyone("")))).containsExactly(ids));
    }

    private static ListFeedRequest.Builder anyone(String channel) {
        return ListFeedRequest.newBuilder().setChannel(channel);
    }

    private ListFeedResponse page(ListFeedRequest.Builder request) {
        return FeedServiceGrpc.newBlockingStub(callee.anonymous()).listFeed(request.build());
    }

    private ListFeedResponse page(String reader, String token) {
        return FeedServiceGrpc.newBlockingStub(callee.as(TestTokens.user(reader, "reader")))
                .listFeed(ListFeedRequest.newBuilder().setPageToken(token).build());
    }

    private static List<String> ids(ListFeedResponse page) {
        return page.getItemsList().stream()
                .map(item -> item.hasLive()
                        ? item.getLive().getId()
                        : item.getArticle().getId())
                .toList();
    }

    private static String[] array(ListFeedResponse page) {
        return ids(page).toArray(String[]::new);
    }

    /** How many the latest edition has. */
    private int entries() {
        return jdbc.sql("select cardinality(items) from feed_edition order by number desc limit 1")
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private String live(int importance, Duration ago) {
        var live = Live.newBuilder()
                .setId(freshId())
                .setVersion(1)
                .setTitle("Flash of importance " + importance)
                .setImportance(importance)
                .setPublishTime(Timestamps.of(before(ago)))
                .build();
        happened(LiveCreated.newBuilder()
                .setLiveId(live.getId())
                .setVersion(1)
                .setLive(live)
                .build());
        await().until(() -> version("lives", live.getId()) == 1);
        return live.getId();
    }

    private void pin(String articleId, String channel) {
        editor().pinItem(PinItemRequest.newBuilder()
                .setType("articles")
                .setId(articleId)
                .setChannel(channel)
                .setPosition(1)
                .setUntil(Timestamps.of(clock.instant().plusSeconds(3600)))
                .build());
    }

    private void follows(String user, String type, String id) {
        happened(FollowAdded.newBuilder()
                .setFollowId(user + "/" + type + "/" + id)
                .setVersion(1)
                .setUserId(user)
                .setType(type)
                .setId(id)
                .build());
        await().until(() -> jdbc.sql("select count(*) from follow where user_id = :user")
                        .param("user", user)
                        .query(Integer.class)
                        .single()
                > 0);
    }

    /** Articles of which events have told long before. */
    private void insert(String name, int count, Duration ago) {
        jdbc.sql("""
                        insert into item (type, id, version, title, publish_time)
                        select 'articles', :name || '-' || n, 1, :name || ' ' || n, cast(:time as timestamptz) - n * interval '1 s'
                          from generate_series(1, :count) n""")
                .param("name", name)
                .param("count", count)
                .param("time", Instants.parameter(before(ago)))
                .update();
    }
}
