package news.platform.content.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListEditorialArticlesRequest;
import news.platform.content.v1.ListEditorialArticlesResponse;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PagingIT extends ContentServiceTest {
    private static final Comparator<Article> OLDEST_FIRST = Comparator.<Article>comparingLong(
                    article -> article.getPublishTime().getSeconds())
            .thenComparingInt(article -> article.getPublishTime().getNanos())
            .thenComparing(Article::getId);

    @RepeatedTest(2)
    void showsEachArticleOnceWhileOthersArePublished() throws InterruptedException {
        var tag = freshTag();
        var before = IntStream.range(0, 25)
                .mapToObj(number -> published(story().addTags(tag)).getId())
                .toList();
        var stop = new AtomicBoolean();
        var begun = new CountDownLatch(2);
        var pages = new ArrayList<Article>();

        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var desk = 0; desk < 2; desk++) {
                desks.execute(() -> {
                    while (!stop.get()) {
                        published(story().addTags(tag));
                        begun.countDown();
                    }
                });
            }
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            pages.addAll(all(ListArticlesRequest.newBuilder().setTag(tag)));
            stop.set(true);
        }

        assertThat(pages).extracting(Article::getId).doesNotHaveDuplicates().containsAll(before);
        assertThat(pages).isSortedAccordingTo(OLDEST_FIRST.reversed());
    }

    @Test
    void missesNothingWhenAnOlderTimeIsCommittedLater() {
        var tag = freshTag();
        var ids = IntStream.range(0, 6)
                .mapToObj(number -> published(story().addTags(tag)).getId())
                .toList();
        var first = anyone().listArticles(ListArticlesRequest.newBuilder()
                .setTag(tag)
                .setPageSize(2)
                .build());
        var late = published(story().addTags(tag)).getId();
        var between = jdbc.sql("select publish_time + interval '1 microsecond' from article where id = ?")
                .param(ids.getFirst())
                .query(java.sql.Timestamp.class)
                .single();
        for (var table : List.of(
                "article set publish_time = ? where id", "article_listing set publish_time = ? where article_id")) {
            jdbc.sql("update " + table + " = ?").params(between, late).update();
        }

        var rest = all(ListArticlesRequest.newBuilder().setTag(tag).setPageToken(first.getNextPageToken()));

        assertThat(rest)
                .extracting(Article::getId)
                .containsExactly(ids.get(3), ids.get(2), ids.get(1), late, ids.get(0));
    }

    @Test
    void filtersByAllThatIsAskedFor() {
        var random = RandomGeneratorFactory.getDefault().create(7);
        var tag = freshTag();
        var author = users.registered("Ann");
        var articles = new ArrayList<Article>();
        for (var number = 0; number < 30; number++) {
            var story = story().clearChannelIds().addTags(tag);
            story.addChannelIds(random.nextBoolean() ? "gold" : "tech");
            if (random.nextBoolean()) {
                story.addSymbols("XAUUSD");
            }
            if (random.nextBoolean()) {
                story.addAuthorIds(author);
            }
            articles.add(published(story));
        }
        for (var mask = 0; mask < 16; mask++) {
            var request = ListArticlesRequest.newBuilder().setTag(tag).setPageSize(7);
            var expected = articles.stream();
            if ((mask & 1) != 0) {
                request.setChannel("commodity");
                expected =
                        expected.filter(article -> article.getChannelIdsList().contains("gold"));
            }
            if ((mask & 2) != 0) {
                request.setSymbol("XAUUSD");
                expected = expected.filter(article -> article.getSymbolsCount() > 0);
            }
            if ((mask & 4) != 0) {
                request.setAuthor(author);
                expected = expected.filter(article -> article.getAuthorsCount() > 0);
            }
            if ((mask & 8) != 0) {
                request.setFrom(articles.get(10).getPublishTime())
                        .setTo(articles.get(20).getPublishTime());
                expected = expected.filter(new HashSet<>(articles.subList(10, 20))::contains);
            }
            assertThat(all(request))
                    .extracting(Article::getId)
                    .containsExactlyElementsOf(expected.sorted(OLDEST_FIRST.reversed())
                            .map(Article::getId)
                            .toList());
        }
    }

    @Test
    void listsEverythingWithoutFilter() {
        var newest = published(story()).getId();
        draft(story());

        assertThat(anyone().listArticles(ListArticlesRequest.getDefaultInstance())
                        .getArticles(0)
                        .getId())
                .isEqualTo(newest);
        var future = Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() + 3600);
        assertThat(anyone().listArticles(
                                ListArticlesRequest.newBuilder().setFrom(future).build())
                        .getArticlesCount())
                .isZero();
    }

    @Test
    void pagesThroughTheEditorsList() {
        var drafts =
                IntStream.range(0, 5).mapToObj(number -> draft(story()).getId()).toList();

        var first = editorial("");
        var second = editorial(first.getNextPageToken());

        var seen = new ArrayList<String>();
        first.getArticlesList().forEach(article -> seen.add(article.getId()));
        second.getArticlesList().forEach(article -> seen.add(article.getId()));
        assertThat(seen).containsExactly(drafts.get(4), drafts.get(3), drafts.get(2), drafts.get(1));
    }

    private ListEditorialArticlesResponse editorial(String token) {
        return editor().listEditorialArticles(ListEditorialArticlesRequest.newBuilder()
                .setState(news.platform.content.v1.ArticleState.ARTICLE_STATE_DRAFT)
                .setPageSize(2)
                .setPageToken(token)
                .build());
    }

    private List<Article> all(ListArticlesRequest.Builder request) {
        var articles = new ArrayList<Article>();
        if (request.getPageSize() == 0) {
            request.setPageSize(5);
        }
        do {
            var page = anyone().listArticles(request.build());
            articles.addAll(page.getArticlesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return articles;
    }
}
