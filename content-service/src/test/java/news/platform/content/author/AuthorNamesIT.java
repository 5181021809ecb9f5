package news.platform.content.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.author.Author;
import news.platform.author.Authors;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListArticlesResponse;
import news.platform.messaging.Outbox;
import news.platform.test.Replicas;
import news.platform.test.grpc.ServiceTwin.Mood;
import news.platform.user.v1.UserDeleted;
import news.platform.user.v1.UserUpdated;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Names are never fresh here (fresh-for is 0), so every list asks. */
class AuthorNamesIT extends ContentServiceTest {
    private static final Metadata.Key<String> DEGRADED =
            Metadata.Key.of("x-degraded", Metadata.ASCII_STRING_MARSHALLER);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Authors authors;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Replicas replicas;

    private final AtomicReference<@Nullable Metadata> headers = new AtomicReference<>();
    private final AtomicReference<@Nullable Metadata> trailers = new AtomicReference<>();

    /** Another test's outage may still hold back the calls of this one: the breaker closes a moment after it ends. */
    @BeforeEach
    void awaitUserService() {
        await().until(() -> connected(meters));
        var someone = users.registered("Someone");
        await().ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> authors.asked(List.of(someone)).size() == 1);
    }

    @Test
    void namesAllAuthorsOfListByOneCall() {
        var tag = freshTag();
        var ann = users.registered("Ann");
        var bob = users.registered("Bob");
        published(story().addTags(tag).addAuthorIds(ann).addAuthorIds(bob));
        published(story().addTags(tag).addAuthorIds(ann));
        var before = users.calls().size();

        var list = list(tag);

        assertThat(list.getArticles(1).getAuthorsList())
                .extracting(author -> author.getDisplayName())
                .containsExactly("Ann", "Bob");
        assertThat(list.getArticles(0).getAuthors(0).getAvatarUrl()).isEqualTo("https://a.example/" + ann);
        assertThat(users.calls().subList(before, users.calls().size()))
                .singleElement()
                .satisfies(call -> assertThat(call.request().getIdsList()).containsExactlyInAnyOrder(ann, bob));
        assertThat(degraded()).isNull();
    }

    @Test
    void showsNamesLastKnownWhileUserServiceIsDown() {
        var tag = freshTag();
        var ann = users.registered("Ann");
        var article = published(story().addTags(tag).addAuthorIds(ann));
        users.is(Mood.DOWN);

        assertThat(list(tag).getArticles(0).getAuthors(0).getDisplayName()).isEqualTo("Ann");
        assertThat(degraded()).isEqualTo("user-service");
        assertThat(read(anyone(), article.getId()).getAuthors(0).getDisplayName())
                .isEqualTo("Ann");

        users.is(Mood.WELL);
        await().untilAsserted(() -> {
            list(tag);
            assertThat(degraded()).isNull();
        });
    }

    @Test
    void waitsForUserServiceNoLongerThanAListMay() {
        var tag = freshTag();
        published(story().addTags(tag).addAuthorIds(users.registered("Ann")));
        users.is(Mood.HANGING);
        var before = users.calls().size();

        list(tag);

        assertThat(degraded()).isEqualTo("user-service");
        assertThat(users.calls().subList(before, users.calls().size()))
                .singleElement()
                .satisfies(
                        call -> assertThat(call.patience().orElseThrow()).isLessThanOrEqualTo(Duration.ofMillis(250)));
    }

    @Test
    void asksNobodyForArticlesWithoutUsers() {
        var tag = freshTag();
        published(story().addTags(tag));
        users.is(Mood.DOWN);
        var before = users.calls().size();

        assertThat(list(tag).getArticlesCount()).isOne();
        assertThat(degraded()).isNull();
        assertThat(users.calls()).hasSize(before);
    }

    @Test
    void takesNamesOverFromEvents() {
        var tag = freshTag();
        var ann = users.registered("Ann");
        published(story().addTags(tag).addAuthorIds(ann));
        users.is(Mood.DOWN);

        transaction.executeWithoutResult(status -> outbox.publish(UserUpdated.newBuilder()
                .setUserId(ann)
                .setVersion(2)
                .setDisplayName("Ann Married")
                .build()));
        await().untilAsserted(() -> assertThat(onlyAuthorName(tag)).isEqualTo("Ann Married"));

        transaction.executeWithoutResult(status -> outbox.publish(
                UserDeleted.newBuilder().setUserId(ann).setVersion(3).build()));
        await().untilAsserted(() -> assertThat(onlyAuthorName(tag)).isEmpty());
    }

    @Test
    void forgetsADeletedNameInEveryReplica() {
        var ann = users.registered("Ann");
        try (var other = replicas.another()) {
            var elsewhere = other.getBean(Authors.class);
            var meters = other.getBean(MeterRegistry.class);
            await().until(() -> connected(meters));
            assertThat(List.of(name(authors, ann), name(elsewhere, ann))).containsOnly("Ann");
            users.is(Mood.DOWN);

            transaction.executeWithoutResult(status -> outbox.publish(
                    UserDeleted.newBuilder().setUserId(ann).setVersion(2).build()));

            await().untilAsserted(() -> assertThat(List.of(name(authors, ann), name(elsewhere, ann)))
                    .containsOnly(""));
        }
    }

    private static String name(Authors authors, String id) {
        return authors.named(List.of(id))
                .getOrDefault(id, new Author(id, "nobody knows", ""))
                .displayName();
    }

    private String onlyAuthorName(String tag) {
        Article article = list(tag).getArticles(0);
        return article.getAuthors(0).getDisplayName();
    }

    private ListArticlesResponse list(String tag) {
        return anyone().withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, trailers))
                .listArticles(ListArticlesRequest.newBuilder().setTag(tag).build());
    }

    private @Nullable String degraded() {
        var answered = headers.get();
        return answered == null ? null : answered.get(DEGRADED);
    }

    private static boolean connected(MeterRegistry meters) {
        return meters.get("news.event.connected")
                        .tag("handler", "AuthorNamesHandler")
                        .gauge()
                        .value()
                == 1;
    }
}
