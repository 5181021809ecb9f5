package news.platform.livenews.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.ListLivesResponse;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveChange;
import news.platform.test.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListLivesIT extends LivenewsServiceTest {
    private final String tag = freshTag();

    @Autowired
    private TestClock clock;

    @Test
    void pagesFromTheNewestToTheOldest() {
        var ids = publishedMany(7);

        var pages = new ArrayList<String>();
        var request = ListLivesRequest.newBuilder().setTag(tag).setPageSize(3);
        do {
            var page = anyone().listLives(request.build());
            pages.addAll(ids(page));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());

        assertThat(pages).containsExactlyElementsOf(ids.reversed());
    }

    /** A filter that nothing passes, as in the stream of lives, which would have to ask for each client. */
    @Test
    void hasNoneOfAChannelThatIsNone() {
        publishedMany(1);

        assertThat(list(ListLivesRequest.newBuilder().setChannel("nowhere")).getLivesList())
                .isEmpty();
    }

    @Test
    void saysWhereToGoOnOnTheFirstPageAlone() {
        publishedMany(3);

        var first = list(ListLivesRequest.newBuilder().setPageSize(2));
        var second = list(ListLivesRequest.newBuilder().setPageSize(2).setPageToken(first.getNextPageToken()));

        assertThat(first.getPollToken()).isNotEmpty();
        assertThat(Long.parseLong(first.getStreamPosition())).isPositive();
        assertThat(second.getPollToken()).isEmpty();
        assertThat(second.getStreamPosition()).isEmpty();
    }

    @Test
    void asksForNewerOnesPageByPage() {
        publishedMany(2);
        var first = list(ListLivesRequest.newBuilder());
        var newer = publishedMany(5);
        clock.advance(Duration.ofHours(-2));
        var late = published(flash().addTags(tag)).getId();

        var one = list(ListLivesRequest.newBuilder().setPageSize(4).setPageToken(first.getPollToken()));
        var two = list(ListLivesRequest.newBuilder().setPageSize(4).setPageToken(one.getPollToken()));
        var none = list(ListLivesRequest.newBuilder().setPageSize(4).setPageToken(two.getPollToken()));

        assertThat(ids(one)).containsExactlyElementsOf(newer.subList(0, 4).reversed());
        assertThat(one.getNextPageToken()).isEmpty();
        assertThat(ids(two)).containsExactly(newer.getLast(), late);
        assertThat(none.getLivesList()).isEmpty();
        assertThat(none.getStreamPosition()).isEqualTo(two.getStreamPosition());
    }

    @Test
    void missesNothingWhileManyPublishAtOnce() throws InterruptedException {
        var before = list(ListLivesRequest.newBuilder());
        var published = Collections.synchronizedList(new ArrayList<String>());
        var stop = new AtomicBoolean();
        var polled = new ArrayList<String>();
        var token = before.getPollToken();

        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var desk = 0; desk < 4; desk++) {
                desks.execute(() -> {
                    for (var number = 0; number < 15; number++) {
                        published.add(published(flash().addTags(tag)).getId());
                    }
                    stop.set(true);
                });
            }
            while (!stop.get()) {
                var page = list(ListLivesRequest.newBuilder().setPageToken(token));
                polled.addAll(ids(page));
                token = page.getPollToken();
            }
        }
        for (var page = list(ListLivesRequest.newBuilder().setPageToken(token));
                page.getLivesCount() > 0;
                page = list(ListLivesRequest.newBuilder().setPageToken(page.getPollToken()))) {
            polled.addAll(ids(page));
        }

        assertThat(polled).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void filtersByAllThatIsAskedFor() {
        var random = RandomGeneratorFactory.getDefault().create(11);
        var start = list(ListLivesRequest.newBuilder()).getPollToken();
        var lives = new ArrayList<Live>();
        for (var number = 0; number < 24; number++) {
            var flash = flash().clearChannelIds().addTags(tag).setImportance(random.nextInt(1, 4));
            flash.addChannelIds(random.nextBoolean() ? "gold" : "tech");
            if (random.nextBoolean()) {
                flash.addSymbols("XAUUSD");
            }
            lives.add(published(flash));
        }
        for (var mask = 0; mask < 16; mask++) {
            var request = ListLivesRequest.newBuilder().setTag(tag).setPageSize(100);
            var expected = lives.stream();
            if ((mask & 1) != 0) {
                request.setChannel("commodity");
                expected = expected.filter(live -> live.getChannelIdsList().contains("gold"));
            }
            if ((mask & 2) != 0) {
                request.setSymbol("XAUUSD");
                expected = expected.filter(live -> live.getSymbolsCount() > 0);
            }
            if ((mask & 4) != 0) {
                request.setMinImportance(2);
                expected = expected.filter(live -> live.getImportance() >= 2);
            }
            if ((mask & 8) != 0) {
                request.setSince(lives.get(9).getPublishTime());
                expected = expected.filter(lives.subList(9, 24)::contains);
            }
            var wanted = expected.map(Live::getId).toList().reversed();
            assertThat(ids(anyone().listLives(request.build()))).containsExactlyElementsOf(wanted);
        }
        assertThat(ids(list(ListLivesRequest.newBuilder().setPageSize(100).setPageToken(start))))
                .hasSize(24);
    }

    @Test
    void findsALiveWhereItsCorrectionPutIt() {
        var live = published(flash().addTags(tag));

        corrected(
                live.getId(), "", LiveChange.newBuilder().addChannelIds("tech").setImportance(3));

        assertThat(ids(list(ListLivesRequest.newBuilder().setChannel("global"))))
                .isEmpty();
        assertThat(ids(list(ListLivesRequest.newBuilder().setChannel("tech").setMinImportance(3))))
                .containsExactly(live.getId());
    }

    @Test
    void listsNothingThatWasWithdrawn() {
        var start = list(ListLivesRequest.newBuilder()).getPollToken();
        var live = published(flash().addTags(tag));
        withdrawn(live.getId(), "");

        assertThat(ids(list(ListLivesRequest.newBuilder()))).isEmpty();
        assertThat(ids(list(ListLivesRequest.newBuilder().setPageToken(start)))).isEmpty();
    }

    @Test
    void listsNothingSinceATimeToCome() {
        publishedMany(1);
        var future = Timestamp.newBuilder().setSeconds(clock.instant().getEpochSecond() + 3600);

        assertThat(ids(list(ListLivesRequest.newBuilder().setSince(future)))).isEmpty();
    }

    private ListLivesResponse list(ListLivesRequest.Builder request) {
        return anyone().listLives(request.setTag(tag).build());
    }

    private List<String> publishedMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> published(flash().addTags(tag)).getId())
                .toList();
    }

    private static List<String> ids(ListLivesResponse page) {
        return page.getLivesList().stream().map(Live::getId).toList();
    }
}
