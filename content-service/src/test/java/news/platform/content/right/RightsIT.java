package news.platform.content.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.entitlement.v1.Right;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.right.RightsOverlay;
import news.platform.security.Rights;
import news.platform.security.RightsClaim;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The second lock: what is open to a reader by rows, overlay and token. */
class RightsIT extends ContentServiceTest {
    private static final String BODY = "<p>" + "Open to all. ".repeat(30) + "</p><p>PAID one.</p><p>PAID two.</p>";

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ReaderRights rights;

    @Autowired
    private RightsOverlay overlay;

    @Autowired
    private TestClock clock;

    private final String ann = "ann-" + UUID.randomUUID();

    @Test
    void opensOneArticleAndNoOther() {
        var bought = premium("tech");
        var other = premium("tech");

        tell(1, right(null, "articles/" + bought));

        awaitOpen(bought);
        assertThat(isOpen(as(ann, "reader"), other)).isFalse();
        assertThat(isOpen(as("bob-" + ann, "reader"), bought)).isFalse();
        assertThat(isOpen(anyone(), bought)).isFalse();
        assertThat(article(bought).getAccess().getReason()).isEqualTo("ENTITLED");
    }

    @Test
    void opensAChannelWithWhatLiesBelowIt() {
        var above = premium("commodity");
        var below = premium("gold");
        var beside = premium("forex");

        tell(1, right(null, "channels/commodity"));

        awaitOpen(above);
        assertThat(isOpen(as(ann, "reader"), below)).isTrue();
        assertThat(isOpen(as(ann, "reader"), beside)).isFalse();
    }

    @Test
    void opensEverythingUntilItEnds() {
        var id = premium("forex");

        tell(1, right(null, "everything"));
        awaitOpen(id);
        end(2);

        await().until(() -> !isOpen(as(ann, "reader"), id));
        // an event of before, once more: it opens nothing
        transaction.executeWithoutResult(_ -> rights.told(
                ann, new Rights(1, List.of(new news.platform.security.Right(Set.of("everything"), null, null)))));
        assertThat(isOpen(as(ann, "reader"), id)).isFalse();
    }

    @Test
    void closesAtItsEndWithoutAnEvent() {
        var id = premium("forex");
        var end = clock.instant().plusSeconds(2);

        tell(1, right(end, "articles/" + id));

        awaitOpen(id);
        await().until(() -> !isOpen(as(ann, "reader"), id));
        assertThat(Instant.now()).isAfterOrEqualTo(end.minusMillis(1));
    }

    @Test
    void believesATokenThatIsNewerAndNoOlderOne() {
        var id = premium("forex");
        tell(5, right(null, "everything"));
        awaitOpen(id);

        assertThat(isOpen(holding(Map.of("version", 4)), id)).isTrue();
        assertThat(isOpen(holding(Map.of("version", 6)), id)).isFalse();
        // something, but not everything any more
        assertThat(isOpen(holding(Map.of("version", 6, "some", List.of(List.of(0)))), id))
                .isFalse();

        end(7);
        await().until(() -> !isOpen(as(ann, "reader"), id));
        assertThat(isOpen(holding(Map.of("version", 6, "everything", List.of(List.of(0)))), id))
                .isFalse();
        assertThat(isOpen(holding(Map.of("version", 8, "everything", List.of(List.of(0)))), id))
                .isTrue();
    }

    @Test
    void keepsWhatWasBoughtAloneOpenByANewerTokenThatSaysThatThereIsSomething() {
        var id = premium("forex");
        tell(1, right(null, "articles/" + id));
        awaitOpen(id);

        assertThat(isOpen(holding(Map.of("version", 2, "some", List.of(List.of(0)))), id))
                .isTrue();
        assertThat(isOpen(holding(Map.of("version", 2)), id)).isFalse();
    }

    @Test
    void believesTheOverlayWhileTheRowsAreBehind() {
        var id = premium("forex");

        overlay.learn(
                ann, new Rights(3, List.of(new news.platform.security.Right(Set.of("articles/" + id), null, null))));

        assertThat(isOpen(as(ann, "reader"), id)).isTrue();
        assertThat(isOpen(as(ann, "reader"), premium("forex"))).isFalse();
        transaction.executeWithoutResult(_ -> rights.told(ann, new Rights(4, List.of())));
        assertThat(isOpen(as(ann, "reader"), id)).isFalse();
    }

    /** With a new token each time, as user-service makes it of what it was told. Rows go by the database's clock: they move instead. */
    @Test
    void holdsRightsThroughTwentyFiveMinutesInWhichNobodyTellsOfThem() {
        var id = premium("forex");
        var middle = clock.instant().plus(Duration.ofMinutes(12));
        var plan = opening("everything", null, null);
        var holders = Map.of(
                "plan", plan,
                "single", opening("articles/" + id, null, null),
                "ending", opening("articles/" + id, null, middle),
                "beginning", opening("everything", middle, null),
                "revoked", new Rights(3, List.of()));
        tell("revoked", plan);
        await().until(() -> isOpen(holding(named("revoked"), claim(Rights.NONE)), id));
        holders.forEach(this::tell);
        await().until(() -> openTo(holders, id).equals(Set.of("plan", "single", "ending")));

        for (int minutes : new int[] {9, 9, 7}) {
            pass(Duration.ofMinutes(minutes));
            boolean early = clock.instant().isBefore(middle);
            assertThat(openTo(holders, id))
                    .isEqualTo(early ? Set.of("plan", "single", "ending") : Set.of("plan", "single", "beginning"));
        }
        // made just before it was taken back
        assertThat(isOpen(holding(named("revoked"), claim(plan)), id)).isFalse();
    }

    private Set<String> openTo(Map<String, Rights> holders, String id) {
        return holders.entrySet().stream()
                .filter(holder -> isOpen(holding(named(holder.getKey()), claim(holder.getValue())), id))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void pass(Duration time) {
        clock.advance(time);
        jdbc.sql("""
                        update reader_right
                           set from_time = from_time - cast(:time as interval), until_time = until_time - cast(:time as interval)
                         where user_id like :users""").param("time", time.toString()).param("users", named("%")).update();
    }

    private String named(String name) {
        return name + "-" + ann;
    }

    private Map<String, Object> claim(Rights known) {
        return RightsClaim.of(known, clock.instant(), clock.instant().plusSeconds(600));
    }

    private static Rights opening(String thing, @Nullable Instant from, @Nullable Instant until) {
        return new Rights(2, List.of(new news.platform.security.Right(Set.of(thing), from, until)));
    }

    private void tell(String name, Rights known) {
        if (known.all().isEmpty()) {
            end(named(name), known.version());
            return;
        }
        var right = known.all().getFirst();
        var told = Right.newBuilder()
                .addAllOpens(right.opens())
                .setFrom(Timestamps.of(right.from() == null ? clock.instant() : right.from()));
        if (right.until() != null) {
            told.setUntil(Timestamps.of(right.until()));
        }
        tell(named(name), known.version(), told::build);
    }

    private String premium(String channel) {
        return published(story().setBodyHtml(BODY)
                        .setPremium(true)
                        .clearChannelIds()
                        .addChannelIds(channel))
                .getId();
    }

    private void awaitOpen(String id) {
        await().until(() -> isOpen(as(ann, "reader"), id));
    }

    private Article article(String id) {
        return read(as(ann, "reader"), id);
    }

    private boolean isOpen(ArticleServiceBlockingStub reader, String id) {
        var article = read(reader, id);
        boolean whole = article.getBodyHtml().contains("PAID");
        assertThat(article.getAccess().getGranted()).isEqualTo(whole);
        return whole;
    }

    /** Ann with a token that says this. */
    private ArticleServiceBlockingStub holding(Map<String, Object> claim) {
        return holding(ann, claim);
    }

    private ArticleServiceBlockingStub holding(String userId, Map<String, Object> claim) {
        return ArticleServiceGrpc.newBlockingStub(callee.as(TestTokens.with(claims -> claims.subject(userId)
                .claim("roles", List.of("reader"))
                .claim(RightsClaim.NAME, claim)
                .expirationTime(Date.from(clock.instant().plusSeconds(600))))));
    }

    private void tell(long version, Supplier<Right> right) {
        tell(ann, version, right);
    }

    private void tell(String userId, long version, Supplier<Right> right) {
        transaction.executeWithoutResult(_ -> outbox.publish(UserEntitlementsChanged.newBuilder()
                .setUserId(userId)
                .setVersion(version)
                .addRights(right.get())
                .build()));
    }

    private void end(long version) {
        end(ann, version);
    }

    private void end(String userId, long version) {
        transaction.executeWithoutResult(_ -> outbox.publishEnd(UserEntitlementsEnded.newBuilder()
                .setUserId(userId)
                .setVersion(version)
                .build()));
    }

    /** From now on. */
    private Supplier<Right> right(@Nullable Instant until, String opens) {
        return () -> {
            var right = Right.newBuilder()
                    .setScope("plans/any")
                    .setFrom(Timestamps.of(clock.instant()))
                    .addOpens(opens);
            return until == null
                    ? right.build()
                    : right.setUntil(Timestamps.of(until)).build();
        };
    }
}
