package news.platform.user.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.platform.user.v1.BookmarksCounted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class BookmarkCountsIT extends MarkTest {
    @Autowired
    private PublishBookmarkCounts publishing;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void tellsHowManyThereAreNotWhatHappened() {
        var id = article("Popular");
        users(3).forEach(user -> bookmark(user(user), "articles", id));
        publishing.run();
        removeBookmark(user(users(1).getFirst()), "articles", id);
        bookmark(reader, "articles", id);
        bookmark(user(users(1).getFirst()), "articles", id);
        aSecondAfterTheLastCount(id);
        publishing.run();

        assertThat(counts(id)).extracting(BookmarksCounted::getCount).containsExactly(3L, 4L);
        assertThat(counts(id))
                .extracting(BookmarksCounted::getVersion)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsOfOneTargetAtMostOnceASecond() {
        var id = article("Popular");
        bookmark(reader, "articles", id);
        publishing.run();
        justAfterTheLastCount(id);
        removeBookmark(reader, "articles", id);

        publishing.run();
        assertThat(counts(id)).hasSize(1);

        aSecondAfterTheLastCount(id);
        publishing.run();
        assertThat(counts(id)).extracting(BookmarksCounted::getCount).containsExactly(1L, 0L);
    }

    @Test
    void lockedCountsKeepNobodyFromBookmarking() {
        var id = article("Popular");
        bookmark(reader, "articles", id);
        publishing.run();

        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select target from bookmark_count for update").query().listOfRows();
            users(3).forEach(user -> bookmark(user(user), "articles", id));
        });

        aSecondAfterTheLastCount(id);
        publishing.run();
        assertThat(counts(id)).extracting(BookmarksCounted::getCount).containsExactly(1L, 4L);
    }

    @Test
    void losesNoneWhenManyBookmarkWhileSeveralCount() throws Exception {
        var id = article("Popular");
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var user : users(40)) {
                all.add(threads.submit(() -> {
                    bookmark(user(user), "articles", id);
                    aSecondAfterTheLastCount(id);
                    publishing.run();
                }));
            }
        }
        for (var one : all) {
            one.get();
        }
        aSecondAfterTheLastCount(id);
        publishing.run();

        assertThat(counts(id).getLast().getCount()).isEqualTo(40);
        assertThat(counts(id))
                .extracting(BookmarksCounted::getVersion)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** The ids of accounts, the same each time. */
    private List<String> users(int number) {
        jdbc.sql("""
                        insert into account (id, email, email_key, password_hash, display_name, roles, create_time)
                        select 'fan-' || n, n || '@fans.example', n || '@fans.example', '', 'Fan', array['reader'], now()
                          from generate_series(1, :number) n
                        on conflict do nothing""").param("number", number).update();
        return IntStream.rangeClosed(1, number).mapToObj(n -> "fan-" + n).toList();
    }

    private List<BookmarksCounted> counts(String id) {
        return events.of(BookmarksCounted.getDefaultInstance(), "articles/" + id);
    }

    private void justAfterTheLastCount(String id) {
        jdbc.sql("update bookmark_count set count_time = now() + interval '1 hour' where target = :target")
                .param("target", "articles/" + id)
                .update();
    }

    private void aSecondAfterTheLastCount(String id) {
        jdbc.sql("update bookmark_count set count_time = now() - interval '1 second' where target = :target")
                .param("target", "articles/" + id)
                .update();
    }
}
